import { isSepay, sepaySignature, sepayTime } from "./sepay"

const SECRETS = ["the present secret of SePay", "the former secret of SePay"]
const BODY = Buffer.from('{"id":1,"content":"chuyển"}')
const NOW = 1_791_097_367

const headers = (secret = SECRETS[0] ?? "", at = NOW, body: Buffer = BODY) => ({
  timestamp: String(at),
  signature: `sha256=${sepaySignature(secret, String(at), body)}`,
})
const believed = (of: { timestamp: unknown; signature: unknown }, body = BODY, secrets = SECRETS) =>
  isSepay(of, body, secrets, NOW)

describe("a notice of SePay's", () => {
  it("is believed when the present or the former secret signed it", () => {
    expect(believed(headers())).toBe(true)
    expect(believed(headers(SECRETS[1]))).toBe(true)
    expect(believed(headers("somebody else's secret"))).toBe(false)
    expect(believed(headers(), BODY, [])).toBe(false)
  })

  it("is believed for five minutes either way", () => {
    for (const drift of [-300, 300]) expect(believed(headers(SECRETS[0], NOW + drift))).toBe(true)
    for (const drift of [-301, 301]) expect(believed(headers(SECRETS[0], NOW + drift))).toBe(false)
  })

  it("is not believed with another body, another time, or a signature of another form", () => {
    const { timestamp, signature } = headers()
    expect(believed({ timestamp, signature }, Buffer.from('{"id":1, "content":"chuyển"}'))).toBe(false)
    expect(believed({ timestamp: String(NOW - 1), signature })).toBe(false)
    for (const wrong of [undefined, "", signature.slice(7), signature.toUpperCase(), `${signature}0`, [signature]]) {
      expect(believed({ timestamp, signature: wrong })).toBe(false)
    }
    for (const wrong of [undefined, "", `0${timestamp}`, `${timestamp}, ${timestamp}`, Number(timestamp)]) {
      expect(believed({ timestamp: wrong, signature })).toBe(false)
    }
  })

  it("has its time on Vietnam's clock", () => {
    expect(sepayTime("2026-10-04 14:02:37")?.toISOString()).toBe("2026-10-04T07:02:37.000Z")
    expect(sepayTime("2026-13-04 14:02:37")).toBeUndefined()
  })
})
