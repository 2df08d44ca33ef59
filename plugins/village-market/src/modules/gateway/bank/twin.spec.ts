import { newBankReference } from "../vietqr/reference"
import { isTwin } from "./twin"

const told = (content: string, bank_reference: string | null = null) => ({ content, bank_reference })

describe("whether SePay and a statement tell of one transfer", () => {
  it("is told by the bank's reference", () => {
    expect(isTwin(told("a", "MBVCB.3278907687"), told("b", "mbvcb 3278907687"))).toBe(true)
    expect(isTwin(told("a", "FT26328123"), told("FT26328123 chuyen tien"))).toBe(true)
    expect(isTwin(told("chuyen tien mua hang", "FT26328123"), told("chuyen tien mua hang", "FT26328124"))).toBe(false)
  })

  it("is told by our reference or the content", () => {
    const [ours, another] = [newBankReference(), newBankReference()]
    expect(isTwin(told(`MBVCB.1.${ours}.CT`, "FT1"), told(`${ours} NGUYEN VAN A`, "889900"))).toBe(true)
    expect(isTwin(told(`chuyen tien ${ours}`), told(`chuyen tien ${another}`))).toBe(false)
    expect(isTwin(told("NGUYEN VAN A chuyen tien"), told("Nguyễn Văn A chuyển tiền, 24/11"))).toBe(true)
    expect(isTwin(told("ck"), told("ck"))).toBe(false)
    expect(isTwin(told(""), told(""))).toBe(false)
  })
})
