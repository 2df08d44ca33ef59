/** Stars as the catalogue holds them; `months` is the term in force on the day of the decision, null where none is known. */
export type OcopStars = { stars: number; status: "verified" | "demo"; decided_on: string | null; months: number | null }

export type OcopValidity =
  | { state: "valid" | "expired"; decided_on: string; until: string }
  | { state: "undated"; decided_on: string | null }
  | { state: "demo" }

/**
 * Whether a certificate stands on an ISO day; the last day counts. Invented stars of the demonstration are never a
 * certificate, and one without a day of decision, or from a time whose term we do not know, is not called valid.
 */
export function ocopValidity({ status, decided_on, months }: OcopStars, today: string): OcopValidity {
  if (status === "demo") return { state: "demo" }
  if (!decided_on || months === null) return { state: "undated", decided_on }
  const until = addMonths(decided_on, months)
  return { state: today <= until ? "valid" : "expired", decided_on, until }
}

/** The same day so many months on; a day that month has not becomes its last. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
