import { type Books, compareOrder } from "./compare-order"
import { freezeParts } from "./freeze-parts"
import { saleEvent } from "./journal"
import type { ProducerOrder, ProducerOrderLine } from "./rows"

const at = new Date("2026-11-24T03:00:00Z")
const ever = { valid_from: "2020-01-01", valid_to: null, basis: "test" }
const rates = {
  vat: [{ method: "presumptive" as const, rate_bp: 0, ...ever }],
  commission: [{ id: "all", producer_kind: "any", vsic_prefix: null, rate_bp: 500, ...ever }],
  tax: [{ id: "made", activity: "production", vat_bp: 300, pit_bp: 150, ...ever }],
}
const order = {
  ...{ id: "order_1", display_id: 1, cart_id: "cart_1", email: null, payment_means: "vnpay" as const },
  ...{ channel: "web" as const, language: "vi" as const },
  items: [{ id: "a", product_id: "p", title: "Nón", quantity: 3, unit_price: 33_333, discounts: [] }],
  shipping: [
    {
      ...{ name: "Giao", amount: 20_000, shipping_option_id: "so", shipping_profile_id: "sp" },
      ...{ rate_id: null, delivery_kind: "delivery" as const, pickup_place: null },
    },
  ],
  buyer: { name: "Hà", phone: "+84912345678", province: "01", commune: "00004", address: "12" },
}
const seller = {
  ...{ id: "A", kind: "household", commune_code: "13834", village_id: null, holding: "A", origin: "own_made" },
  ...{ tax_method: "presumptive" as const, evidenced: false, shipping_profile_id: "sp" },
}
const listing = {
  ...{ product_id: "p", listing_id: "l", producer_id: "A", unit: "cái", vsic_code: "16292", vsic_version: "2025" },
  ...{ ocop_stars: null, ocop_status: "none" },
}

function books(): Books {
  const sold = freezeParts(
    order,
    [listing],
    [seller],
    { ...rates, tax: [{ ...rates.tax[0], activity: "production_vat5_goods" } as (typeof rates.tax)[number]] },
    "2026-11-24",
  )
  const parts = sold.map(
    ({ order: part }): ProducerOrder => ({
      ...part,
      ...{ status: "placed", due: part.total, created_at: at, placed_at: at, answer_by: at, accepted_at: null },
      ...{ packed_at: null, handed_over_at: null, delivered_at: null, ended_at: null, carrier: null },
      ...{ tracking_code: null, cash_collected: 0, collected_by: null, fulfillment_id: null, notified_at: null },
    }),
  )
  const lines = sold.flatMap((part): ProducerOrderLine[] =>
    part.lines.map((line) => ({ ...line, cancelled: 0, returned: 0 })),
  )
  const [part] = parts
  const journal = lines.flatMap((line) =>
    part
      ? [
          saleEvent(
            "placed",
            part,
            { line, from: 0, to: 3, with_shipping: true },
            { at, key: "placed", settled: false },
          ),
        ]
      : [],
  )
  const medusa = { order, total: 119_999, captured: 119_999, refunded: 0 }
  return { medusa, parts, lines, journal, changes: [], refunds: [] }
}

describe("the books of an order", () => {
  it("agree when nothing is wrong", () => {
    expect(compareOrder(books())).toEqual([])
  })

  it("agree when a refund came back from the bank and was returned by hand: Medusa holds it once", () => {
    const of = books()
    const gone = { amount: 1, means: "stripe", returned_at: new Date(), change_id: null, payment_attempt_id: null }
    const refunds = [gone, { ...gone, payment_attempt_id: "payatt_1" }] as Books["refunds"]
    expect(compareOrder({ ...of, medusa: { ...of.medusa, refunded: 1 }, refunds })).toEqual([])
  })

  const wrongs: [string, (of: Books) => void, string][] = [
    ["a line's quantity", ({ lines }) => Object.assign(lines[0] ?? {}, { quantity: 2 }), "line a quantity"],
    ["a line that is missing", ({ lines }) => void lines.splice(0), "line a quantity"],
    ["a part's price", ({ parts }) => Object.assign(parts[0] ?? {}, { due: 1 }), "part 1-1 price by its journal"],
    ["a journal row that is missing", ({ journal }) => void journal.splice(0), "line a goods when placed"],
    ["a journal row too many", (of) => void of.journal.push(...of.journal), "line a goods when placed"],
    ["Medusa's total", ({ medusa }) => Object.assign(medusa, { total: 120_000 }), "order total in Medusa"],
    [
      "a line nobody bought",
      (of) => void of.lines.push({ ...(of.lines[0] as ProducerOrderLine), id: "x", order_line_id: "x" }),
      "line x",
    ],
    [
      "money that was not captured",
      ({ medusa }) => Object.assign(medusa, { captured: 119_998 }),
      "paid less owed back",
    ],
  ]
  it("leave out what went back of a payment no order held, and miss what went back of the order's own", () => {
    const of = books()
    const debt = {
      ...{ id: "payment:payatt_2", amount: 119_999, reason: "paid_twice", means: "vnpay" as const },
      ...{ order_id: order.id, producer_order_id: null, change_id: null, cart_id: null, created_at: at },
      ...{ returned_at: at, returned_by: "VNPay", returned_note: "14000001" },
    }
    expect(compareOrder({ ...of, refunds: [{ ...debt, payment_attempt_id: "payatt_2" }] })).toEqual([])
    expect(compareOrder({ ...of, refunds: [{ ...debt, payment_attempt_id: null }] })).toEqual([
      { what: "refunded in Medusa", expected: 119_999, found: 0 },
    ])
  })

  it.each(wrongs)("show %s", (_, spoil, what) => {
    const of = books()
    spoil(of)
    expect(compareOrder(of).map((one) => one.what)).toContain(what)
  })
})
