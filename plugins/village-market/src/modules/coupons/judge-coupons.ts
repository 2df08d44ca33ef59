import type { Coupon } from "./rows"
import { percentOf, spread } from "./whole-dong"

/** A line of a basket: whole đồng, tax included, before any discount. */
export type DiscountLine = { id: string; producer_id: string | null; amount: number; discountable: boolean }

export type Discount = { line_id: string; code: string; amount: number }

/** Why a code takes nothing off. */
export type Refusal =
  | { code: string; why: "unknown" | "stopped" | "expired" | "used_up" | "other_goods" | "nothing_left" }
  | { code: string; why: "not_yet"; starts_at: Date }
  | { code: string; why: "below_minimum"; minimum: number; missing: number }
  | { code: string; why: "not_together"; with: string }

/** A coupon with what Medusa knows of its use. */
export type UsableCoupon = Coupon & { used: number }

export type Judgement = { discounts: Discount[]; refused: Refusal[] }

/**
 * What the codes of a basket take off its lines, each code by a whole amount spread over whole lines, and why the
 * others take nothing. A producer's coupons come first, off the price of its own goods; the platform's take theirs off
 * what is left. Coupons of different funders always add up, since each pays for its own. Of one funder a basket takes
 * one, the first, unless all of them say that they combine. No line falls below nought.
 */
export function judgeCoupons(
  codes: readonly string[],
  coupons: readonly UsableCoupon[],
  lines: readonly DiscountLine[],
  now: Date,
): Judgement {
  const refused: Refusal[] = []
  const admitted: UsableCoupon[] = []
  for (const code of new Set(codes)) {
    const coupon = coupons.find((one) => one.code === code)
    const refusal = coupon
      ? (notNow(coupon, now) ?? notThese(coupon, lines) ?? notTogether(coupon, admitted))
      : ({ code, why: "unknown" } as const)
    if (refusal) refused.push(refusal)
    else if (coupon) admitted.push(coupon)
  }
  const left = new Map(lines.map(({ id, amount }) => [id, amount]))
  const discounts: Discount[] = []
  for (const coupon of admitted.sort(inTurn)) {
    const found = takeOff(coupon, lines, left)
    if (found.length === 0) refused.push({ code: coupon.code, why: "nothing_left" })
    discounts.push(...found)
  }
  return { discounts, refused }
}

/** Why a coupon cannot be used at this time, whatever is in the basket. */
export function notNow(
  { code, starts_at, ends_at, stopped_at, max_uses, used }: UsableCoupon,
  now: Date,
): Refusal | undefined {
  if (stopped_at && stopped_at <= now) return { code, why: "stopped" }
  if (ends_at && ends_at <= now) return { code, why: "expired" }
  if (starts_at > now) return { code, why: "not_yet", starts_at }
  if (max_uses !== null && used >= max_uses) return { code, why: "used_up" }
  return undefined
}

const isFor =
  ({ funded_by, producer_id }: Coupon) =>
  (line: DiscountLine) =>
    line.discountable && line.amount > 0 && (funded_by === "platform" || line.producer_id === producer_id)

function notThese(coupon: Coupon, lines: readonly DiscountLine[]): Refusal | undefined {
  const { code, minimum } = coupon
  const goods = lines.filter(isFor(coupon)).reduce((sum, { amount }) => sum + amount, 0)
  if (goods === 0) return { code, why: "other_goods" }
  return goods < minimum ? { code, why: "below_minimum", minimum, missing: minimum - goods } : undefined
}

function notTogether(coupon: Coupon, admitted: readonly Coupon[]): Refusal | undefined {
  const other = admitted.find((one) => one.producer_id === coupon.producer_id && !(one.combines && coupon.combines))
  return other && { code: coupon.code, why: "not_together", with: other.code }
}

/** Producers' before the platform's, percentages before amounts, then by code: the order of entry changes no amount. */
function inTurn(a: Coupon, b: Coupon): number {
  const turn = ({ funded_by, kind }: Coupon) => (funded_by === "producer" ? 0 : 2) + (kind === "percent" ? 0 : 1)
  return turn(a) - turn(b) || (a.code < b.code ? -1 : 1)
}

function takeOff(coupon: Coupon, lines: readonly DiscountLine[], left: Map<string, number>): Discount[] {
  const own = lines.filter(isFor(coupon)).map(({ id }) => id)
  const weights = own.map((id) => left.get(id) ?? 0)
  const base = weights.reduce((sum, weight) => sum + weight, 0)
  const total = coupon.kind === "percent" ? percentOf(base, coupon.value) : Math.min(coupon.value, base)
  return spread(total, weights).flatMap((amount, place) => {
    const line_id = own[place]
    if (amount === 0 || line_id === undefined) return []
    left.set(line_id, (left.get(line_id) ?? 0) - amount)
    return [{ line_id, code: coupon.code, amount }]
  })
}
