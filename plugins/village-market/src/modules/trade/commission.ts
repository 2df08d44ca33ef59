/** A row of `data/commission-rates.csv`: what the marketplace keeps of a sale. Basis points; ISO dates, both inclusive. */
export type CommissionRate = {
  id: string
  producer_kind: string
  vsic_prefix: string | null
  rate_bp: number
  valid_from: string
  valid_to: string | null
}

export const inForce = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }, day: string) =>
  valid_from <= day && (valid_to === null || day <= valid_to)

/**
 * The rule for a seller's kind and a product's VSIC class on an ISO day: the longest matching class wins, then the
 * named kind before `any`. None is an error of the data: a sale must never be booked under a guessed rate.
 */
export function commissionOn(
  rates: readonly CommissionRate[],
  sale: { producer_kind: string; vsic_code: string },
  day: string,
): CommissionRate {
  const length = ({ vsic_prefix }: CommissionRate) => vsic_prefix?.length ?? 0
  const [best] = rates
    .filter((rate) => inForce(rate, day))
    .filter(({ producer_kind }) => producer_kind === "any" || producer_kind === sale.producer_kind)
    .filter(({ vsic_prefix }) => vsic_prefix === null || sale.vsic_code.startsWith(vsic_prefix))
    .sort((a, b) => length(b) - length(a) || Number(a.producer_kind === "any") - Number(b.producer_kind === "any"))
  if (!best) {
    throw new Error(`no commission rate for ${sale.producer_kind} on ${day}: add a row to data/commission-rates.csv`)
  }
  return best
}

/** Rate × amount ÷ 10,000, half up, in whole đồng. */
export function portion(amount: number, rateBp: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole amount of đồng: ${amount}`)
  return Number((BigInt(amount) * BigInt(rateBp) * 2n + 10_000n) / 20_000n)
}
