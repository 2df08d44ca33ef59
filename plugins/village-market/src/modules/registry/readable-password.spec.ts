import { readablePassword } from "./readable-password"

describe("a password to be read out", () => {
  it("is four groups without letters that look alike", () => {
    for (let i = 0; i < 200; i++) expect(readablePassword()).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
  })

  it("does not repeat", () => {
    expect(new Set(Array.from({ length: 500 }, readablePassword)).size).toBe(500)
  })
})
