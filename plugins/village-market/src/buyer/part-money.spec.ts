import { orderMoney, type PartMoney, partMoney } from "./part-money"

const vnpay = { status: "placed", payment_means: "vnpay", total: 120_000, due: 120_000, cash_collected: 0 } as const
const cash = { ...vnpay, payment_means: "cash" } as const

const holds = ({ costs, paid, to_pay, at_door, going_back, refunded }: PartMoney) =>
  expect(paid + to_pay + at_door - going_back - refunded).toBe(costs)

describe("what a part means for the buyer's purse", () => {
  it("is paid as soon as the gateway's money stands, and not before", () => {
    expect(partMoney({ ...vnpay, status: "awaiting_payment" }, [])).toMatchObject({ paid: 0, to_pay: 120_000 })
    expect(partMoney(vnpay, [])).toMatchObject({ paid: 120_000, to_pay: 0, at_door: 0 })
  })

  it("falls with what was cancelled; the money is on its way until the bank has confirmed", () => {
    const part = { ...vnpay, due: 70_000 }
    const going = partMoney(part, [{ amount: 50_000, done: false }])
    expect(going).toMatchObject({ ordered: 120_000, taken_off: 50_000, costs: 70_000, going_back: 50_000, refunded: 0 })
    const gone = partMoney(part, [{ amount: 50_000, done: true }])
    expect(gone).toMatchObject({ going_back: 0, refunded: 50_000 })
    holds(going)
    holds(gone)
  })

  it("asks less at the door where a cash part was cut, nothing where it is cancelled or paid", () => {
    expect(partMoney({ ...cash, due: 70_000 }, [])).toMatchObject({ at_door: 70_000, paid: 0, going_back: 0 })
    expect(partMoney({ ...cash, status: "cancelled", due: 0 }, [])).toMatchObject({ at_door: 0, costs: 0 })
    const returned = partMoney({ ...cash, status: "delivered", cash_collected: 120_000, due: 70_000 }, [
      { amount: 50_000, done: false },
    ])
    expect(returned).toMatchObject({ at_door: 0, paid: 120_000, going_back: 50_000 })
    holds(returned)
  })

  it("costs nothing once it expired unpaid", () => {
    const expired = partMoney({ ...vnpay, status: "expired" }, [])
    expect(expired).toMatchObject({ costs: 0, to_pay: 0, paid: 0 })
    holds(expired)
  })

  it("adds up over the parts of an order", () => {
    const sums = orderMoney([partMoney(vnpay, []), partMoney({ ...cash, due: 70_000 }, [])])
    expect(sums).toMatchObject({ ordered: 240_000, costs: 190_000, paid: 120_000, at_door: 70_000 })
    holds(sums)
  })
})
