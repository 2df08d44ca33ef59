import { refundState } from "./refund-state"

const owed = { returned_at: null, returned_by: null, returned_note: null }
const last = { reason: null, transaction_no: null, next_try_at: null }
const at = new Date()

describe("where money on its way back stands", () => {
  it("is called refunded only once the gateway or a person says so", () => {
    const kinds = (["intended", "unknown", "refused"] as const).map(
      (state) => refundState(owed, { ...last, state }).kind,
    )
    expect([refundState(owed).kind, ...kinds]).toEqual(["waiting", "sending", "checking", "refused"])
    expect(refundState(owed, { ...last, state: "confirmed", transaction_no: "14226200" })).toEqual({
      kind: "confirmed",
      transactionNo: "14226200",
    })
    expect(refundState({ returned_at: at, returned_by: "VNPay", returned_note: "14226200" })).toEqual({
      kind: "returned",
      at,
      by: "VNPay",
      note: "14226200",
    })
  })

  it("names why it is refused, unless it is tried again", () => {
    const refused = { ...last, state: "refused", reason: "95" } as const
    expect(refundState(owed, refused)).toEqual({ kind: "refused", reason: "95" })
    expect(refundState(owed, { ...refused, next_try_at: at })).toEqual({ kind: "waiting" })
  })
})
