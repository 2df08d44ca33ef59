import { createHash } from "node:crypto"
import { type CommissionRate, commissionOn, portion } from "./commission"
import type { NewLine, NewPart, NewProducerOrder } from "./rows"
import { spread } from "./spread"
import { type TaxMethod, type VatRate, vatRateOn, vatWithin } from "./vat"
import { type TaxRate, taxActivity, taxRateOn } from "./withholding"

/** What the marketplace knows of a product on the day of the sale. */
export type ListingFacts = {
  product_id: string
  listing_id: string
  producer_id: string
  unit: string
  vsic_code: string
  vsic_version: string
  ocop_stars: number | null
  ocop_status: string
}
export type SellerFacts = {
  id: string
  kind: string
  commune_code: string
  village_id: string | null
  holding: string
  tax_method: TaxMethod
  /** Own made or bought in, as the seller declared; with papers that were checked. */
  origin: string | null
  evidenced: boolean
  shipping_profile_id: string
}

/** The dated tables a sale is booked by. */
export type Rates = { vat: VatRate[]; commission: CommissionRate[]; tax: TaxRate[] }

/** A discount on a line and who bears it; whole đồng. */
export type Discount = { amount: number; code: string | null; funded_by: "platform" | "producer" }

/** A Medusa order as far as its parts need it; amounts in whole đồng, tax included. */
export type PlacedOrder = {
  id: string
  display_id: number
  cart_id: string
  email: string | null
  items: {
    id: string
    product_id: string
    title: string
    quantity: number
    unit_price: number
    discounts: Discount[]
  }[]
  shipping: {
    name: string
    amount: number
    shipping_option_id: string
    shipping_profile_id: string
    rate_id: string | null
    delivery_kind: NewProducerOrder["delivery_kind"]
    pickup_place: string | null
  }[]
  buyer: { name: string; phone: string; province: string; commune: string; address: string }
  payment_means: NewProducerOrder["payment_means"]
  channel: NewProducerOrder["channel"]
  language: NewProducerOrder["language"]
}

/**
 * Splits an order into one part per producer and freezes the terms of each line: nothing sold is ever re-priced or
 * re-classified. The parts' totals add up to the order's, to the đồng.
 */
export function freezeParts(
  order: PlacedOrder,
  listings: ListingFacts[],
  sellers: SellerFacts[],
  rates: Rates,
  day: string,
): NewPart[] {
  const listingOf = new Map(listings.map((listing) => [listing.product_id, listing]))
  const parts = new Map<string, NewPart>()
  for (const item of order.items) {
    const listing = listingOf.get(item.product_id)
    const seller = sellers.find(({ id }) => id === listing?.producer_id)
    if (!listing || !seller) throw new Error(`order ${order.id}: product ${item.product_id} has no known seller`)
    const part = parts.get(seller.id) ?? newPart(order, seller, parts.size + 1)
    part.lines.push(freezeLine(part.order.id, item, listing, seller, rates, day))
    parts.set(seller.id, part)
  }
  return [...parts.values()].map(withTotals)
}

function newPart(order: PlacedOrder, seller: SellerFacts, number: number): NewPart {
  const method = order.shipping.find(({ shipping_profile_id }) => shipping_profile_id === seller.shipping_profile_id)
  if (!method) throw new Error(`order ${order.id}: no shipping was chosen for producer ${seller.id}`)
  return {
    lines: [],
    order: {
      id: partId(order.id, seller.id),
      display_no: `${order.display_id}-${number}`,
      order_id: order.id,
      cart_id: order.cart_id,
      producer_id: seller.id,
      payment_means: order.payment_means,
      channel: order.channel,
      buyer_name: order.buyer.name,
      buyer_phone: order.buyer.phone,
      buyer_email: order.email,
      buyer_province: order.buyer.province,
      buyer_commune: order.buyer.commune,
      buyer_address: order.buyer.address,
      language: order.language,
      shipping_name: method.name,
      shipping_option_id: method.shipping_option_id,
      shipping_rate_id: method.rate_id,
      delivery_kind: method.delivery_kind,
      pickup_place: method.pickup_place,
      goods: 0,
      shipping: whole(method.amount),
      discount: 0,
      total: 0,
    },
  }
}

/** The same order and producer always give the same id, so that two writers cannot make two parts. */
const partId = (orderId: string, producerId: string) =>
  `pord_${createHash("sha256").update(`${orderId}/${producerId}`).digest("hex").slice(0, 26)}`

function freezeLine(
  partId: string,
  item: PlacedOrder["items"][number],
  listing: ListingFacts,
  seller: SellerFacts,
  rates: Rates,
  day: string,
): NewLine {
  const goods = whole(item.quantity) * whole(item.unit_price)
  const discount = sumOf(item.discounts)
  const discount_platform = sumOf(item.discounts.filter(({ funded_by }) => funded_by === "platform"))
  // What the marketplace pays of a discount is money of the seller's sale, and so is its tax and commission.
  const earned = goods - discount + discount_platform
  const sale = { producer_kind: seller.kind, vsic_code: listing.vsic_code }
  const vat = vatRateOn(rates.vat, seller.tax_method, day)
  const commission = commissionOn(rates.commission, sale, day)
  const tax_activity = taxActivity({ ...sale, origin: seller.origin, evidenced: seller.evidenced })
  const tax = taxRateOn(rates.tax, tax_activity, day)
  return {
    id: `pol_${item.id}`,
    producer_order_id: partId,
    order_line_id: item.id,
    product_id: item.product_id,
    listing_id: listing.listing_id,
    title: item.title,
    unit: listing.unit,
    quantity: item.quantity,
    unit_price: item.unit_price,
    goods,
    discount,
    discount_platform,
    shipping: 0,
    vat_rate_bp: vat.rate_bp,
    vat_basis: vat.basis,
    vat: vatWithin(earned, vat.rate_bp),
    commission_rule_id: commission.id,
    commission_rate_bp: commission.rate_bp,
    commission: portion(earned, commission.rate_bp),
    tax_activity,
    tax_rate_id: tax.id,
    tax_vat_bp: tax.vat_bp,
    tax_pit_bp: tax.pit_bp,
    tax_vat: portion(earned, tax.vat_bp),
    tax_pit: portion(earned, tax.pit_bp),
    vsic_code: listing.vsic_code,
    vsic_version: listing.vsic_version,
    ocop_stars: listing.ocop_stars,
    ocop_status: listing.ocop_status,
    commune_code: seller.commune_code,
    village_id: seller.village_id,
    producer_kind: seller.kind,
    holding: seller.holding,
  }
}

/** Sums of the part, and the shipping spread over its lines by what their goods cost. */
function withTotals({ order, lines }: NewPart): NewPart {
  const goods = lines.reduce((sum, line) => sum + line.goods, 0)
  const discount = lines.reduce((sum, line) => sum + line.discount, 0)
  const shares = spread(
    order.shipping,
    lines.map((line) => line.goods - line.discount),
  )
  return {
    order: { ...order, goods, discount, total: goods + order.shipping - discount },
    lines: lines.map((line, place) => ({ ...line, shipping: shares[place] ?? 0 })),
  }
}

const sumOf = (discounts: Discount[]) => discounts.reduce((sum, { amount }) => sum + whole(amount), 0)

function whole(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number: ${amount}`)
  return amount
}
