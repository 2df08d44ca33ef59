const OFFSET_MS = 7 * 3600 * 1000

/** The day (`2026-11-25`) and month (`2026-11`) an instant is booked on: Vietnam's clock, UTC+7 without summer time. */
export function bookingOf(instant: Date) {
  const day = new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)
  return { day, month: day.slice(0, 7) }
}
