import { previewOf } from "./preview"
import type { Touched } from "./read-touched"

const lot = (id: string, producer_id: string) => ({
  ...{ id, code: id.toUpperCase(), title: "Cói", unit: "kg", listing_id: null, producer_id },
  ...{ producer_name: producer_id, status: "active", quantity_left: 1 },
})
const order = (order_id: string, email: string | null, ...makers: string[]) => ({
  ...{ order_id, bought_at: "web" as const, email, phone: "+84912345678" },
  parts: makers.map((producer_id, n) => ({ id: `${order_id}-${n}`, no: `${order_id}-${n}`, producer_id })),
})
const touched: Touched = {
  lots: [lot("a", "mine"), lot("b", "mine"), lot("c", "theirs")],
  waiting: ["mine", "theirs"].map((producer_id) => ({
    ...{
      line_id: `l-${producer_id}`,
      part_id: "p",
      display_no: "1-1",
      producer_id,
      title: "Cói",
      unit: "kg",
      quantity: 2,
    },
  })),
  orders: [order("1", "a@example.vn", "mine"), order("2", null, "theirs"), order("3", null, "mine", "theirs")],
  unknown: [
    { producer_id: "mine", lines: 2 },
    { producer_id: "theirs", lines: 5 },
  ],
}

describe("what a recall would touch", () => {
  it("shows a household its own, and of others only how many households", () => {
    const seen = previewOf(touched, true, { producer_id: "mine" })
    expect(seen.lots.map(({ code }) => code)).toEqual(["A", "B"])
    expect(seen.other_households).toBe(1)
    expect(seen.waiting.map(({ producer_id }) => producer_id)).toEqual(["mine"])
    expect(seen.buyers).toEqual({ email: 1, sms: 1, no_contact: 0 })
    expect(seen.unknown).toBe(2)
    expect(JSON.stringify(seen)).not.toContain("theirs")
  })

  it("tells a household nothing of how much others sold", () => {
    const more = { ...touched, orders: [...touched.orders, order("4", null, "theirs"), order("5", null, "theirs")] }
    const viewer = { producer_id: "mine" }
    expect(previewOf(more, true, viewer)).toEqual(previewOf(touched, true, viewer))
  })

  it("shows officials and the operator all of it", () => {
    const seen = previewOf(touched, false)
    expect(seen.lots).toHaveLength(3)
    expect(seen.other_households).toBe(1)
    expect(seen.buyers).toEqual({ email: 0, sms: 3, no_contact: 0 })
    expect(seen.unknown).toBe(7)
  })
})
