import { typingMistakes } from "./typing-mistake"

describe("what is likely wrong with a typed code", () => {
  it.each([
    ["K7MH-3QWA", []],
    ["k7mh 3qwa", []],
    ["K7MH-3QW", [{ kind: "length", count: 7 }]],
    ["K7MH-3QW0", [{ kind: "zero" }]],
    ["O7MH-3QWI", [{ kind: "zero" }, { kind: "one" }]],
    ["K7MH-3QĐA", [{ kind: "other", signs: "Đ" }]],
    ["", [{ kind: "length", count: 0 }]],
  ])("%s", (typed, expected) => {
    expect(typingMistakes(typed)).toEqual(expected)
  })
})
