import { readVietQr, vietQr } from "../../plugins/village-market/src/modules/gateway/vietqr/payload"
import { describeWithReference, reference } from "../harness/reference"

type Vector = {
  input: { bankBin: string; bankNumber: string; amount?: string; purpose?: string }
  payload: string
  round_trip: { bin: string; account: string; amount: string | null; purpose: string | null }
}
type Examples = { vectors: Vector[]; golden: { payload: string }[] }

describeWithReference("VietQR's worked examples", () => {
  const examples = (): Examples => JSON.parse(reference("vietqr", "examples.json"))

  it("builds the same texts, to the character", () => {
    expect(examples().vectors.length).toBeGreaterThan(0)
    for (const { input, payload } of examples().vectors) {
      const { bankBin: bin, bankNumber: account, amount, purpose: content } = input
      expect(vietQr({ bin, account, amount: amount === undefined ? undefined : Number(amount), content })).toBe(payload)
    }
  })

  it("reads them back, and the golden ones into the same text", () => {
    for (const { payload, round_trip } of examples().vectors) {
      const { bin, account, amount, content } = readVietQr(payload) ?? {}
      expect({ bin, account, amount: amount?.toString() ?? null, purpose: content ?? null }).toMatchObject({
        bin: round_trip.bin,
        account: round_trip.account,
        amount: round_trip.amount,
        purpose: round_trip.purpose,
      })
    }
    for (const { payload } of examples().golden) {
      const read = readVietQr(payload)
      expect(read && vietQr(read)).toBe(payload)
    }
  })
})
