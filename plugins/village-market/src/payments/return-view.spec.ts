import type { PaymentAttempt } from "../modules/gateway/rows"
import type { Outcome } from "../modules/gateway/vnpay/codes"
import { returnView } from "./return-view"

const attempt: PaymentAttempt = {
  id: "payatt_1",
  provider: "vnpay",
  txn_ref: "LN1",
  ...{ purpose: "basket", subject_id: null, external_id: null, method: null, expires_at: null, asks: 0, ask_at: null },
  session_id: "payses_1",
  cart_id: "cart_1",
  amount: 150_000,
  create_date: "20261004093000",
  expire_date: "20261004094500",
  state: "pending",
  response_code: null,
  transaction_status: null,
  transaction_no: null,
  bank_code: null,
  pay_date: null,
  decided_at: null,
  superseded_at: null,
  completion: "none",
  tries: 0,
  next_try_at: null,
  last_error: null,
  order_id: null,
  created_at: new Date(),
}

const answer = (outcome: Outcome, responseCode: string) => ({
  txnRef: "LN1",
  amount: 150_000,
  responseCode,
  transactionStatus: "",
  transactionNo: "1",
  bankCode: "NCB",
  payDate: "",
  outcome,
  key: "",
  raw: "",
})

describe("what a buyer coming back is told", () => {
  it("waits for the notice, however well the browser's answer reads", () => {
    expect(returnView(attempt, answer("captured", "00"))).toEqual({ kind: "waiting" })
    const captured = { ...attempt, state: "captured", completion: "open" } as const
    expect(returnView(captured, answer("captured", "00"))).toEqual({ kind: "waiting" })
  })

  it("goes to the order once it is there", () => {
    const completed = { ...attempt, state: "captured", completion: "completed", order_id: "order_1" } as const
    expect(returnView(completed, answer("captured", "00"))).toEqual({ kind: "order", orderId: "order_1" })
  })

  it("tells of a failure at once", () => {
    expect(returnView(attempt, answer("failed", "24"))).toEqual({ kind: "failed", code: "24" })
    const failed = { ...attempt, state: "failed", response_code: "51" } as const
    expect(returnView(failed, answer("failed", "51"))).toEqual({ kind: "failed", code: "51" })
  })

  it("believes the stored result, not the browser", () => {
    const captured = { ...attempt, state: "captured", completion: "open" } as const
    expect(returnView(captured, answer("failed", "24"))).toEqual({ kind: "waiting" })
    const refund = { ...attempt, state: "captured", completion: "refund_due" } as const
    expect(returnView(refund, answer("captured", "00"))).toEqual({ kind: "refund", reason: "order_failed" })
    const twice = { ...refund, last_error: "paid_twice" }
    expect(returnView(twice, answer("captured", "00"))).toEqual({ kind: "refund", reason: "paid_twice" })
    expect(returnView(attempt, answer("review", "07"))).toEqual({ kind: "review" })
  })
})
