import { pickLanguage } from "./language"

const ask = (accept?: string, query = {}, cookies = {}) =>
  pickLanguage({ query, cookies, headers: { "accept-language": accept } })

describe("the language of a page", () => {
  it("is Vietnamese when nobody says otherwise", () => {
    expect(ask()).toBe("vi")
    expect(ask("fr-FR,fr;q=0.9")).toBe("vi")
    expect(ask("*")).toBe("vi")
  })

  it("follows Accept-Language by weight", () => {
    expect(ask("en-GB,en;q=0.9")).toBe("en")
    expect(ask("en;q=0.4, vi;q=0.8")).toBe("vi")
    expect(ask("vi;q=0, en;q=0.1")).toBe("en")
  })

  it("lets a link win over the cookie, and the cookie over the browser", () => {
    expect(ask("vi", { lang: "en" }, { lang: "vi" })).toBe("en")
    expect(ask("en", {}, { lang: "vi" })).toBe("vi")
    expect(ask("en", { lang: "xx" })).toBe("en")
  })
})
