import { readVietQr, vietQr } from "./payload"
import { crc16, readTlv, writeTlv } from "./tlv"

const TRANSFER = { bin: "970416", account: "257678859", amount: 150_000, content: "LN20261004A000001" }

describe("the text of a VietQR", () => {
  it("holds bank, account, amount and content, and a check sum over all of it", () => {
    expect(vietQr(TRANSFER)).toBe(
      "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370454061500005802VN62210817LN20261004A00000163046E72",
    )
    expect(crc16("123456789")).toBe("29B1")
  })

  it("asks for any amount when none is named", () => {
    expect(vietQr({ bin: "970436", account: "0123456789" })).toBe(
      "00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15",
    )
  })

  it("is read back, to an account or a card", () => {
    expect(readVietQr(vietQr(TRANSFER))).toEqual({ ...TRANSFER, kind: "account" })
    const card = { bin: "970403", account: "9704031101234567", kind: "card" as const }
    expect(readVietQr(vietQr(card))).toEqual(card)
  })

  it("is not believed when a character of it has changed, is missing or stands twice", () => {
    const text = vietQr(TRANSFER)
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === "7" ? "8" : "7"
      expect(readVietQr(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).toBeUndefined()
      expect(readVietQr(`${text.slice(0, at)}${text.slice(at + 1)}`)).toBeUndefined()
    }
    const twice = `${text.slice(0, -8)}54061600006304`
    expect(readVietQr(`${twice}${crc16(twice)}`)).toBeUndefined()
  })

  it("refuses what a bank's app would", () => {
    const with_ = (part: object) => () => vietQr({ ...TRANSFER, ...part })
    expect(with_({ bin: "97041" })).toThrow()
    expect(with_({ account: "12 34" })).toThrow()
    expect(with_({ account: "1".repeat(20) })).toThrow()
    expect(with_({ amount: 1.5 })).toThrow()
    expect(with_({ amount: 0 })).toThrow()
    expect(with_({ content: "LN-1" })).toThrow()
    expect(with_({ content: "Đơn hàng" })).toThrow()
    expect(with_({ content: "A".repeat(26) })).toThrow()
    expect(() => writeTlv([["62", "A".repeat(100)]])).toThrow()
  })

  it("has no fields where the lengths do not fit", () => {
    expect(readTlv("000201")).toEqual(new Map([["00", "01"]]))
    expect(readTlv("000301")).toBeUndefined()
    expect(readTlv("0002010")).toBeUndefined()
    expect(readTlv("00x201")).toBeUndefined()
  })
})
