import { freezeParts, type ListingFacts, type PlacedOrder, type Rates, type SellerFacts } from "./freeze-parts"

const ever = { valid_from: "2025-07-01", valid_to: null, basis: "test" }
const tax = { ...ever, vat_bp: 300, pit_bp: 150 }
const rates: Rates = {
  vat: [
    { method: "presumptive", rate_bp: 0, ...ever },
    { method: "deduction", rate_bp: 800, ...ever },
  ],
  commission: [{ id: "all", producer_kind: "any", vsic_prefix: null, rate_bp: 500, ...ever }],
  tax: [
    { id: "made", activity: "production", ...tax },
    { id: "org", activity: "organisation", ...tax, vat_bp: 0, pit_bp: 0 },
  ],
}
const listing = (product_id: string, producer_id: string): ListingFacts => ({
  product_id,
  producer_id,
  listing_id: `lst_${product_id}`,
  unit: "kg",
  vsic_code: "10611",
  vsic_version: "2025",
  ocop_stars: 4,
  ocop_status: "demo",
})
const seller = (id: string, tax_method: SellerFacts["tax_method"]): SellerFacts => ({
  id,
  kind: tax_method === "deduction" ? "company" : "household",
  commune_code: "13834",
  village_id: null,
  holding: id,
  tax_method,
  origin: "own_made",
  evidenced: false,
  shipping_profile_id: `sp_${id}`,
})
const own = (amount: number) => ({ amount, code: "LUA", funded_by: "producer" as const })
const shipped = { rate_id: null, delivery_kind: "delivery" as const, pickup_place: null }
const order: PlacedOrder = {
  id: "order_1",
  display_id: 7,
  cart_id: "cart_1",
  email: null,
  items: [
    { id: "a1", product_id: "rice", title: "Gạo", quantity: 2, unit_price: 123_457, discounts: [] },
    { id: "b1", product_id: "silk", title: "Lụa", quantity: 3, unit_price: 108_000, discounts: [own(1_000)] },
    { id: "a2", product_id: "salt", title: "Muối", quantity: 1, unit_price: 15_000, discounts: [] },
  ],
  shipping: [
    { name: "Giao tận nơi", amount: 30_000, shipping_option_id: "so_a", shipping_profile_id: "sp_A", ...shipped },
    { name: "Tự đến lấy", amount: 0, shipping_option_id: "so_b", shipping_profile_id: "sp_B", ...shipped },
  ],
  buyer: { name: "Chị Hà", phone: "+84912345678", province: "01", commune: "00004", address: "12 Đội Cấn" },
  payment_means: "vnpay",
  channel: "web",
  language: "vi",
}
const listings = [listing("rice", "A"), listing("salt", "A"), listing("silk", "B")]
const sellers = [seller("A", "presumptive"), seller("B", "deduction")]
const freeze = (over: Partial<PlacedOrder> = {}) =>
  freezeParts({ ...order, ...over }, listings, sellers, rates, "2026-11-24")

describe("the parts of an order", () => {
  it("are one per producer and add up to the order", () => {
    const parts = freeze()
    expect(parts.map((p) => [p.order.producer_id, p.order.display_no, p.order.total])).toEqual([
      ["A", "7-1", 2 * 123_457 + 15_000 + 30_000],
      ["B", "7-2", 3 * 108_000 - 1_000],
    ])
    expect(parts.map((p) => p.lines.length)).toEqual([2, 1])
  })

  it("freeze the VAT of the seller's own method on the amount paid", () => {
    const [a, b] = freeze()
    expect(a?.lines.map((l) => [l.vat_rate_bp, l.vat])).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(b?.lines.map((l) => [l.vat_rate_bp, l.vat])).toEqual([[800, 23_926]])
  })

  it("spread the shipping over the lines and freeze commission and withholding on what the seller earns", () => {
    const [a, b] = freeze()
    expect(a?.lines.map((l) => l.shipping)).toEqual([28_282, 1_718])
    expect(a?.lines.map((l) => [l.commission, l.tax_vat, l.tax_pit])).toEqual([
      [12_346, 7_407, 3_704],
      [750, 450, 225],
    ])
    expect(b?.lines.map((l) => [l.commission_rule_id, l.tax_rate_id, l.commission, l.tax_vat])).toEqual([
      ["all", "org", 16_150, 0],
    ])
  })

  it("count the marketplace's discount as the seller's income, and its own not", () => {
    const paidFor = (funded_by: "platform" | "producer") => {
      const items = order.items.slice(0, 1).map((item) => ({ ...item, discounts: [{ ...own(46_914), funded_by }] }))
      const [line] = freeze({ items }).flatMap(({ lines }) => lines)
      return [line?.discount, line?.discount_platform, line?.commission]
    }
    expect(paidFor("platform")).toEqual([46_914, 46_914, 12_346])
    expect(paidFor("producer")).toEqual([46_914, 0, 10_000])
  })

  it("have the same ids whoever makes them", () => {
    expect(freeze().map((p) => p.order.id)).toEqual(freeze().map((p) => p.order.id))
  })

  it("are refused where something is unknown or fractional", () => {
    expect(() => freeze({ shipping: order.shipping.slice(0, 1) })).toThrow("no shipping was chosen for producer B")
    expect(() => freeze({ items: [{ ...order.items[0], product_id: "x" } as PlacedOrder["items"][number]] })).toThrow(
      "no known seller",
    )
    expect(() => freeze({ items: [{ ...order.items[0], unit_price: 1.5 } as PlacedOrder["items"][number]] })).toThrow(
      RangeError,
    )
  })
})
