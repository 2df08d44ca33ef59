import type { OwnOrder } from "../../../../seller/own-orders"
import { readCash } from "./read-cash"

const order = { collected_by: null, money: { to_collect: 120_000 }, receipts: [] } as unknown as OwnOrder
const photo = { ...order, receipts: [{ id: "rcpt_1", created_at: new Date() }] } as OwnOrder
const read = (form: Record<string, string>, of = order, told = false) => readCash(form, of, told)

describe("cash as the form tells of it", () => {
  it("was not taken when nothing says so", () => {
    expect(read({})).toEqual({ ok: true })
    expect(read({ cash_difference: "không rõ" })).toEqual({ ok: true })
  })

  it("needs something that shows it; a photo sent before is enough", () => {
    expect(read({ cash_collected: "yes" })).toEqual({ ok: false, why: "proof_missing" })
    expect(read({}, order, true)).toEqual({ ok: false, why: "proof_missing" })
    expect(read({ cash_collected: "yes" }, photo)).toEqual({
      ok: true,
      cash: { proof: { kind: "receipt", receipt_id: "rcpt_1" } },
    })
  })

  it("is told by its proof alone, the buyer's code first", () => {
    const proof = { kind: "code", code: "0042" }
    expect(read({ cash_code: " 00 42 ", cash_reference: "COD 1" }, photo)).toEqual({ ok: true, cash: { proof } })
    expect(read({ cash_code: "42" })).toEqual({ ok: false, why: "code_wrong" })
    expect(read({ cash_reference: "COD 1" })).toEqual({
      ok: true,
      cash: { proof: { kind: "reference", reference: "COD 1" } },
    })
  })

  it("may be another amount, as people write it, with its reason", () => {
    const form = { cash_code: "0042", cash_amount: "100k", cash_difference: "thiếu tiền lẻ" }
    expect(read(form)).toMatchObject({ ok: true, cash: { amount: 100_000, difference: "thiếu tiền lẻ" } })
    for (const cash_amount of ["0", "một trăm", "10,5"])
      expect(read({ ...form, cash_amount })).toEqual({ ok: false, why: "amount_wrong" })
  })

  it("is refused where the buyer has paid by QR, and ignored where nothing is due", () => {
    const paid = { ...order, money: { to_collect: 0 } } as unknown as OwnOrder
    expect(read({ cash_code: "0042" }, { ...paid, collected_by: "bank" })).toEqual({ ok: false, why: "paid_by_qr" })
    expect(read({ cash_code: "0042" }, paid)).toEqual({ ok: true })
  })
})
