import { addressProblem, lotUri } from "./lot-address"

const problem = (publicUrl: string, demo = false) => addressProblem({ publicUrl, demo })

describe("the address on a label", () => {
  it.each([
    "http://localhost:9000",
    "https://localhost",
    "https://shop.localhost",
    "https://127.0.0.1",
    "https://127.1",
    "https://[::1]:9000",
    "https://0.0.0.0",
    "https://[::ffff:127.0.0.1]",
    "https://LOCALHOST.",
  ])("is not this machine's own: %s", (url) => {
    expect(problem(url)).toBe("loopback")
  })

  it("is not plain http", () => {
    expect(problem("http://cho.ninhbinh.gov.vn")).toBe("plain_http")
  })

  it("is any https host, and anything in a demo", () => {
    expect(problem("https://cho.ninhbinh.gov.vn")).toBeUndefined()
    expect(problem("https://localhost.vn")).toBeUndefined()
    expect(problem("http://localhost:9000", true)).toBeUndefined()
  })

  it("ends in the code, with one slash", () => {
    expect(lotUri("https://cho.ninhbinh.gov.vn/", "K7MH-3QWA")).toBe("https://cho.ninhbinh.gov.vn/lot/K7MH-3QWA")
  })
})
