/** How often one serial was scanned on a day (ISO date, Vietnam). */
export type SerialDay = { serial: string; day: string; count: number }

/** From how many scans on one day, or on how many different days, a serial is worth a look. */
export type ScanLimits = { perDay: number; days: number }

export type Unusual = { serial: string; total: number; days: number; most: number; why: "many_in_a_day" | "many_days" }

/**
 * Serials scanned more than one piece in one buyer's hands usually is: a label may have been copied. Only worth a look:
 * a piece in a shop window is scanned often too. Both limits count as reached when met. The most scanned first.
 */
export function unusualSerials(scans: readonly SerialDay[], { perDay, days }: ScanLimits): Unusual[] {
  const bySerial = new Map<string, Map<string, number>>()
  for (const { serial, day, count } of scans) {
    if (serial === "") continue
    const counts = bySerial.get(serial) ?? new Map<string, number>()
    bySerial.set(serial, counts.set(day, (counts.get(day) ?? 0) + count))
  }
  return [...bySerial]
    .map(([serial, counts]) => {
      const each = [...counts.values()]
      return { serial, total: each.reduce((sum, n) => sum + n, 0), days: each.length, most: Math.max(...each) }
    })
    .filter(({ most, days: on }) => most >= perDay || on >= days)
    .map((found): Unusual => ({ ...found, why: found.most >= perDay ? "many_in_a_day" : "many_days" }))
    .sort((a, b) => b.total - a.total || (a.serial < b.serial ? -1 : 1))
}
