import { inForce } from "./commission"

export const TIME_LIMITS = ["pay", "remind", "answer", "assume_delivered", "return"] as const
export type TimeLimit = (typeof TIME_LIMITS)[number]

/** A row of `data/order-time-limits.csv`; ISO dates, both inclusive. */
export type OrderTimeLimit = { step: string; hours: number; valid_from: string; valid_to: string | null }

/** How many hours a step may take on an ISO day. None is an error of the data. */
export function hoursOf(limits: readonly OrderTimeLimit[], step: TimeLimit, day: string): number {
  const found = limits.find((row) => row.step === step && inForce(row, day))
  if (!found) throw new Error(`no time limit for "${step}" on ${day}: add a row to data/order-time-limits.csv`)
  return found.hours
}
