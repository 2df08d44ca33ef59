import { failureWords } from "../../../web/text/vnpay-failures"
import { CODE_WORDS, type CodeKind, codeWords } from "./code-words"
import { outcomeOf } from "./codes"

/** As VNPay's documents list them. */
const DOCUMENTED: Record<CodeKind, string> = {
  response: "00 07 09 10 11 12 13 24 51 65 75 79 99",
  status: "00 01 02 04 05 06 07 09",
  querydr: "00 02 03 91 94 97 99",
  refund: "00 02 03 04 13 91 93 94 95 97 98 99",
}
const kinds = Object.keys(DOCUMENTED) as CodeKind[]

describe("the words for VNPay's codes", () => {
  it.each(kinds)("say every documented code of %s in both languages, each in its own words", (kind) => {
    const codes = Object.keys(CODE_WORDS[kind]).sort()
    expect(codes.join(" ")).toBe(DOCUMENTED[kind])
    for (const language of ["vi", "en"] as const) {
      const said = codes.map((code) => codeWords(kind, code)[language])
      expect(new Set(said).size).toBe(codes.length)
      expect(said.every((text) => text.length > 3)).toBe(true)
    }
  })

  it("call unknown what is not documented", () => {
    for (const code of ["42", "constructor", "__proto__", "0"]) {
      expect(codeWords("response", code).vi).toBe(`Mã lạ ${code}, không có trong tài liệu VNPay`)
      expect(codeWords("status", code).en).toContain(`Unknown code ${code}`)
    }
    expect(codeWords("querydr", "").vi).toBe("VNPay không gửi mã")
  })

  it("tell the buyer of every refused payment something of its own, and what to do", () => {
    const refused = DOCUMENTED.response.split(" ").filter((code) => outcomeOf(code, "02") === "failed" && code !== "00")
    expect(refused.length).toBe(11)
    for (const language of ["vi", "en"] as const) {
      expect(new Set(refused.map((code) => failureWords(code)[language])).size).toBe(refused.length)
    }
    for (const code of ["00", "07", ""]) expect(failureWords(code)).toEqual(failureWords("99"))
    expect(failureWords("42").vi).toContain("Mã lạ của VNPay: 42")
    expect(failureWords("constructor").en).toContain("Unknown code of VNPay: constructor")
  })
})
