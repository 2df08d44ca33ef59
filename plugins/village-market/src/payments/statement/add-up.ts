import type { PaymentMeans } from "../../modules/trade/rows"

/** What happened with one means on one day of Vietnam's clock; whole đồng, never negative. */
export type StatementPart = {
  day: string
  means: PaymentMeans
  /**
   * Money that came; for cash, what producers collected at hand-over. Bank transfers count when they came, also those
   * that are nobody's payment yet, go back by hand, or are more than an order cost.
   */
  captured?: number
  payments?: number
  /** Of the payments, those a settlement file names with its fee. */
  payments_settled?: number
  /** What gateways confirmed as sent back, and what people returned by hand. */
  refunded?: number
  by_hand?: number
  /** What the gateway keeps, by its settlement files. */
  fees?: number
  /** Of this day's money, what has not found its place today: no order yet, and not on its way back. */
  unplaced?: number
  /** Of this day's debts to buyers, what is still owed. */
  owed?: number
  /** Of this day's bank transfers, those a buyer may still make. */
  awaiting?: number
  /** Of the transfers that came this day, those that are nobody's payment yet; part of `captured`. */
  in_review?: number
}

const AMOUNTS = [
  "captured",
  "payments",
  "payments_settled",
  "refunded",
  "by_hand",
  "fees",
  "unplaced",
  "owed",
  "awaiting",
  "in_review",
] as const
type Amounts = Record<(typeof AMOUNTS)[number], number>

/** `fees_known`: every payment of the line stands in a settlement file; before that `fees` is only a part of them. */
export type StatementLine = { day: string; means: PaymentMeans; fees_known: boolean } & Amounts
export type StatementTotals = Amounts & { fees_known: boolean; net: number }

/** Merges what the books say, part by part, into one line per day and means, in order. */
export function statementLines(parts: readonly StatementPart[]): StatementLine[] {
  const lines = new Map<string, StatementLine>()
  for (const { day, means, ...amounts } of parts) {
    const key = `${day} ${means}`
    const line = lines.get(key) ?? { day, means, fees_known: false, ...none() }
    for (const name of AMOUNTS) line[name] += amounts[name] ?? 0
    lines.set(key, line)
  }
  return [...lines.values()]
    .map((line) => ({ ...line, fees_known: isFeeKnown(line) }))
    .sort((a, b) => a.day.localeCompare(b.day) || a.means.localeCompare(b.means))
}

/** Nobody takes a fee for cash, nor for a transfer between banks by QR. */
const isFeeKnown = ({ means, payments, payments_settled }: StatementLine) =>
  means === "cash" || means === "bank" || payments_settled >= payments

/** The sum of all lines; `net` is what came less what went back and what the gateways kept. */
export function statementTotals(lines: readonly StatementLine[]): StatementTotals {
  const sum = none()
  for (const line of lines) for (const name of AMOUNTS) sum[name] += line[name]
  const net = sum.captured - sum.refunded - sum.by_hand - sum.fees
  return { ...sum, fees_known: lines.every(({ fees_known }) => fees_known), net }
}

const none = (): Amounts => ({
  ...{ captured: 0, payments: 0, payments_settled: 0, refunded: 0, by_hand: 0 },
  ...{ fees: 0, unplaced: 0, owed: 0, awaiting: 0, in_review: 0 },
})
