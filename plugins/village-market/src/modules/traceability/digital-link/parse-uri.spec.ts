import fc from "fast-check"
import { buildDigitalLink } from "./build-uri"
import { parseDigitalLink } from "./parse-uri"

const stem = "https://cho.ninhbinh.gov.vn"
const gtin = { ai: "01", value: "09520123456788" }

describe("Digital Link URIs", () => {
  it("takes apart what is printed on goods", () => {
    expect(parseDigitalLink(`${stem}/01/09520123456788/10/K7MH-3QWA/21/ABCD2345?17=270131&utm=x#top`)).toEqual({
      ok: true,
      link: {
        stem,
        key: gtin,
        qualifiers: [
          { ai: "10", value: "K7MH-3QWA" },
          { ai: "21", value: "ABCD2345" },
        ],
        attributes: [{ ai: "17", value: "270131" }],
      },
    })
  })

  it.each([
    ["qualifiers out of order", `${stem}/01/09520123456788/21/A/10/B`],
    ["a wrong check digit", `${stem}/01/09520123456789`],
    ["a lot as an attribute", `${stem}/01/09520123456788?10=A`],
    ["a slash too many", `${stem}/01/09520123456788/`],
    ["something after the value", `${stem}/01/09520123456788/foo`],
    ["a broken escape", `${stem}/01/09520123456788/10/%E1%`],
    ["Vietnamese letters", `${stem}/01/09520123456788/10/g%E1%BB%91m`],
    ["our own address", `${stem}/lot/K7MH-3QWA`],
  ])("refuses %s", (_what, uri) => expect(parseDigitalLink(uri).ok).toBe(false))

  const value = fc.stringMatching(/^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/)
  it("gives back every lot and serial of set 82 that was built in", () => {
    fc.assert(
      fc.property(value, value, value, (cpv, lot, serial) => {
        const qualifiers = [
          { ai: "22", value: cpv },
          { ai: "10", value: lot },
          { ai: "21", value: serial },
        ]
        const uri = buildDigitalLink([...qualifiers].reverse().concat(gtin), { stem })
        expect(parseDigitalLink(uri ?? "")).toEqual({ ok: true, link: { stem, key: gtin, qualifiers, attributes: [] } })
      }),
    )
  })

  it("answers to any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof parseDigitalLink(`${stem}/01/${text}`).ok).toBe("boolean")
      }),
    )
  })
})
