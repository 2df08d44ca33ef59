type Status = { method: "presumptive" | "deduction"; valid_from: string }

/**
 * A seller's VAT method on an ISO day: its latest dated status, else what is usual for its kind — households are on
 * presumptive tax, cooperatives and companies deduct.
 */
export function taxMethodOn(kind: string, statuses: readonly Status[], day: string): Status["method"] {
  const [latest] = statuses
    .filter(({ valid_from }) => valid_from <= day)
    .sort((a, b) => b.valid_from.localeCompare(a.valid_from))
  return latest?.method ?? (kind === "household" ? "presumptive" : "deduction")
}
