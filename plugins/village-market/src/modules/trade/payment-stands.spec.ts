import { paymentStands } from "./payment-stands"

const card = (captured: number, canceled = false) => ({
  provider_id: "pp_vnpay_vnpay",
  amount: 100,
  captured,
  canceled,
})
const cash = (canceled = false) => ({ provider_id: "pp_cash_cash", amount: 100, captured: 0, canceled })

describe("whether an order's payment stands", () => {
  it("needs all the money, or a promise of cash", () => {
    expect(paymentStands(100, [card(100)], "pp_cash_cash")).toBe(true)
    expect(paymentStands(100, [card(99)], "pp_cash_cash")).toBe(false)
    expect(paymentStands(100, [card(0)], "pp_cash_cash")).toBe(false)
    expect(paymentStands(100, [cash()], "pp_cash_cash")).toBe(true)
    expect(paymentStands(100, [], "pp_cash_cash")).toBe(false)
  })

  it("does not count what was cancelled", () => {
    expect(paymentStands(100, [card(100, true)], "pp_cash_cash")).toBe(false)
    expect(paymentStands(100, [cash(true)], "pp_cash_cash")).toBe(false)
  })
})
