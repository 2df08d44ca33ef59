/**
 * The VAT inside a tax-inclusive amount of whole đồng: amount − round_half_up(amount × 100 / (100 + r)).
 * `rateBp` is in basis points (800 = 8 %). Statistics facts §1.3, formula 2.
 */
export function vatWithin(amount: number, rateBp: number): number {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a whole amount of đồng: ${amount}`)
  const divisor = 10_000n + BigInt(rateBp)
  const net = (BigInt(amount) * 10_000n * 2n + divisor) / (divisor * 2n)
  return amount - Number(net)
}

export const TAX_METHODS = ["presumptive", "deduction"] as const
export type TaxMethod = (typeof TAX_METHODS)[number]
export type VatRate = { method: TaxMethod; rate_bp: number; valid_from: string; valid_to: string | null; basis: string }

/**
 * The row of the dated table in force for a seller's method on an ISO day. None is an error of the data, to be mended
 * there: a sale must never be booked under a guessed rate.
 */
export function vatRateOn(rates: readonly VatRate[], method: TaxMethod, day: string): VatRate {
  const found = rates.find(
    (r) => r.method === method && r.valid_from <= day && (r.valid_to === null || day <= r.valid_to),
  )
  if (!found) throw new Error(`no VAT rate for ${method} on ${day}: add a row to data/vat-rates.csv`)
  return found
}
