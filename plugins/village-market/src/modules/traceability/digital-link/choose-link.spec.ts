import { chooseLink, languagesFrom, type Request, withQuery } from "./choose-link"
import { LINK_TYPES, type Link, type Linked, linkset } from "./links"

const host = "https://cho.ninhbinh.gov.vn"
const link = (type: Link["type"], path: string, ...hreflang: string[]): Link => ({
  ...{ type, href: host + path, title: path, media: "text/html" },
  ...(hreflang.length > 0 && { hreflang }),
})
const traceVi = link(LINK_TYPES.traceability, "/lot/A?lang=vi", "vi")
const traceEn = link(LINK_TYPES.traceability, "/lot/A?lang=en", "en")
const pipVi = link(LINK_TYPES.pip, "/market/products/a?lang=vi", "vi")
const pipEn = link(LINK_TYPES.pip, "/market/products/a?lang=en", "en")
const epcis = link(LINK_TYPES.epcis, "/epcis/v2/events")
const linked: Linked = {
  anchor: `${host}/01/09520123456788/10/A`,
  description: "Bình gốm",
  links: [traceVi, traceEn, pipVi, pipEn, epcis],
}
const ask = (request: Partial<Request> & { language?: string }) =>
  chooseLink(linked, { languages: languagesFrom(request.language), ...request })

describe("which link a resolver chooses", () => {
  it("the default, when nothing is asked", () => expect(ask({})).toEqual({ kind: "redirect", link: traceVi }))

  it("the default's own kind in the reader's language", () => {
    expect(ask({ language: "en-GB,vi;q=0.5" })).toEqual({ kind: "redirect", link: traceEn })
    expect(ask({ language: "vi-VN,vi;q=0.9,en;q=0.8" })).toEqual({ kind: "redirect", link: traceVi })
    expect(ask({ language: "fr-FR,fr" })).toEqual({ kind: "redirect", link: traceVi })
    expect(ask({ language: "vi;q=0,en;q=0.1" })).toEqual({ kind: "redirect", link: traceEn })
  })

  it.each(["gs1:pip", "https://ref.gs1.org/voc/pip", "https://gs1.org/voc/pip"])(
    "the type asked for, %s",
    (linkType) => {
      expect(ask({ linkType, language: "en" })).toEqual({ kind: "redirect", link: pipEn })
    },
  )

  it("several, where nothing tells them apart", () => {
    expect(ask({ linkType: "gs1:pip" })).toEqual({ kind: "choices", links: [pipVi, pipEn] })
    expect(ask({ linkType: "gs1:pip", language: "fr" })).toEqual({ kind: "choices", links: [pipVi, pipEn] })
    expect(ask({ linkType: "gs1:epcis" })).toEqual({ kind: "redirect", link: epcis })
  })

  it.each(["gs1:recallStatus", "pip", "constructor", "https://evil.example/voc/pip", "gs1:"])(
    "none, for %s",
    (linkType) => expect(ask({ linkType })).toEqual({ kind: "none" }),
  )

  it.each([
    [{ linkType: "linkset" }],
    [{ linkType: "all" }],
    [{ accept: "application/linkset+json" }],
    [{ accept: "text/html;q=0.5, application/linkset+json" }],
    [{ accept: "application/linkset+json", linkType: "gs1:pip" }],
  ])("all of them, for %j", (request) => expect(ask(request)).toEqual({ kind: "linkset" }))

  it("no linkset for a browser that would take it last", () => {
    expect(ask({ accept: "text/html,application/linkset+json;q=0.1" }).kind).toBe("redirect")
  })
})

describe("a linkset", () => {
  it("has one default link, with address and title only, which has a type of its own too", () => {
    const [context] = linkset(linked).linkset
    expect(context?.[LINK_TYPES.defaultLink]).toEqual([{ href: traceVi.href, title: traceVi.title }])
    expect(context?.[LINK_TYPES.traceability]).toContainEqual({
      ...{ href: traceVi.href, title: traceVi.title, type: "text/html", hreflang: ["vi"] },
    })
  })
})

describe("the query of a request", () => {
  it("is passed on, all of it, unless the target says otherwise", () => {
    expect(withQuery(`${host}/lot/A?lang=vi`, "utm=a&lang=en&17=270131&x=%20&y")).toBe(
      `${host}/lot/A?lang=vi&utm=a&17=270131&x=%20&y`,
    )
    expect(withQuery(`${host}/lot/A#map`, "")).toBe(`${host}/lot/A#map`)
  })
})
