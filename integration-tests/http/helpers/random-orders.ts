import fc from "fast-check"
import type {
  Discount,
  ListingFacts,
  PlacedOrder,
  Rates,
  SellerFacts,
} from "../../../plugins/village-market/src/modules/trade/freeze-parts"

const ever = { valid_from: "2020-01-01", valid_to: null, basis: "test" }

/** Rates with rests in every amount. */
export const RATES: Rates = {
  vat: [
    { method: "presumptive", rate_bp: 0, ...ever },
    { method: "deduction", rate_bp: 800, ...ever },
  ],
  commission: [{ id: "all", producer_kind: "any", vsic_prefix: null, rate_bp: 537, ...ever }],
  tax: [
    { id: "made", activity: "production", vat_bp: 300, pit_bp: 150, ...ever },
    { id: "org", activity: "organisation", vat_bp: 0, pit_bp: 0, ...ever },
  ],
}

export const seller = (n: number): SellerFacts => ({
  id: `prod_random_${n}`,
  kind: n % 2 ? "company" : "household",
  commune_code: "13834",
  village_id: null,
  holding: `random_${n}`,
  tax_method: n % 2 ? "deduction" : "presumptive",
  origin: "own_made",
  evidenced: false,
  shipping_profile_id: `sp_random_${n}`,
})

export const listing = (n: number): ListingFacts => ({
  ...{ product_id: `product_random_${n}`, listing_id: `listing_random_${n}`, producer_id: seller(n).id },
  ...{ unit: "cái", vsic_code: "23930", vsic_version: "2025", ocop_stars: null, ocop_status: "none" },
})

const discount = fc.record({
  percent: fc.integer({ min: 0, max: 60 }),
  funded_by: fc.constantFrom<Discount["funded_by"]>("platform", "producer"),
})
const item = fc.record({
  seller: fc.integer({ min: 0, max: 2 }),
  quantity: fc.integer({ min: 1, max: 7 }),
  unit_price: fc.integer({ min: 1, max: 3_000_000 }),
  discount: fc.option(discount),
})

/** A basket of up to three producers, with coupons and shipping, paid by VNPay or in cash. */
export const basket = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 5 }),
  shipping: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 3, maxLength: 3 }),
  means: fc.constantFrom<PlacedOrder["payment_means"]>("vnpay", "cash"),
})

export function orderOf(basketValue: typeof basket extends fc.Arbitrary<infer T> ? T : never, id: string): PlacedOrder {
  const { items, shipping, means } = basketValue
  return {
    id: `order_${id}`,
    display_id: 1,
    cart_id: `cart_${id}`,
    email: null,
    items: items.map(({ seller, quantity, unit_price, discount }, place) => ({
      id: `${id}_${place}`,
      product_id: listing(seller).product_id,
      title: "Hàng thử",
      quantity,
      unit_price,
      discounts: discount
        ? [
            {
              amount: Math.floor((quantity * unit_price * discount.percent) / 100),
              code: "THU",
              funded_by: discount.funded_by,
            },
          ]
        : [],
    })),
    shipping: shipping.map((amount, n) => ({
      ...{ name: "Giao tận nơi", amount, shipping_option_id: `so_${n}`, shipping_profile_id: `sp_random_${n}` },
      ...{ rate_id: null, delivery_kind: "delivery" as const, pickup_place: null },
    })),
    buyer: { name: "Chị Hà", phone: "+84912345678", province: "01", commune: "00004", address: "12 Đội Cấn" },
    payment_means: means,
    channel: "web",
    language: "vi",
  }
}
