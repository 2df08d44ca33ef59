import { errorText } from "./error-text"

it("reads errors, the workflow engine's plain objects, and anything else", () => {
  expect(errorText(new Error("no rate"))).toBe("no rate")
  expect(errorText({ message: "no stock", type: "not_allowed" })).toBe("no stock")
  expect(errorText("gone")).toBe("gone")
})
