import { isSepay, SepayBody } from "../../plugins/village-market/src/modules/gateway/bank/sepay"
import { describeWithReference, reference } from "../harness/reference"

type Example = {
  headers: { "x-sepay-timestamp": string; "x-sepay-signature": string }
  raw_body: string
  now: number
  expect: { signature_valid: boolean; amount?: number }
}
type Examples = { meta: { secret: string }; valid: Example[]; invalid: Example[] }

describeWithReference("SePay's worked examples", () => {
  const examples = (): Examples => JSON.parse(reference("sepay", "examples.json"))

  it("are believed exactly where they should be, and read", () => {
    const { meta, valid, invalid } = examples()
    expect(valid.length + invalid.length).toBeGreaterThan(3)
    for (const { headers, raw_body, now, expect: expected } of [...valid, ...invalid]) {
      const { "x-sepay-timestamp": timestamp, "x-sepay-signature": signature } = headers
      // The invalid ones carry no time of their own: the time they were signed.
      const at = now ?? Number(timestamp)
      expect(isSepay({ timestamp, signature }, Buffer.from(raw_body), [meta.secret], at)).toBe(expected.signature_valid)
      if (expected.signature_valid) expect(SepayBody.parse(JSON.parse(raw_body)).transferAmount).toBe(expected.amount)
    }
  })
})
