import type { ProducerOrderLine } from "./rows"

/** The frozen amounts of a line that are shared out by its units; whole đồng. */
export const LINE_AMOUNTS = [
  "goods",
  "discount",
  "discount_platform",
  "shipping",
  "vat",
  "commission",
  "tax_vat",
  "tax_pit",
] as const
export type LineAmounts = Record<(typeof LINE_AMOUNTS)[number], number>

/**
 * What units `from` … `to` − 1 of a line's `quantity` carry of an amount: floor(a × to ÷ q) − floor(a × from ÷ q).
 * Ranges that adjoin add up without a rest, so every đồng of a line is in exactly one unit, in whatever pieces the
 * line is cancelled, handed over and returned.
 */
export function shareOf(amount: number, quantity: number, from: number, to: number): number {
  if (!(0 <= from && from <= to && to <= quantity)) throw new RangeError(`units ${from} to ${to} of ${quantity}`)
  const upTo = (units: number) => (BigInt(amount) * BigInt(units)) / BigInt(quantity)
  return Number(upTo(to) - upTo(from))
}

/** All of a line's amounts for the units `from` … `to` − 1. */
export function amountsOf(line: LineAmounts & Pick<ProducerOrderLine, "quantity">, from: number, to: number) {
  return Object.fromEntries(
    LINE_AMOUNTS.map((name) => [name, shareOf(line[name], line.quantity, from, to)]),
  ) as LineAmounts
}
