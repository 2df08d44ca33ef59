const ZONE_HOURS = 7
/** The offset of Vietnam, which has no summer time. */
export const ZONE_OFFSET = "+07:00"

/** The date in Vietnam, `2026-11-24`. */
export const dateInVietnam = (when = new Date()) => inVietnam(when).slice(0, 10)

/** When something happened: a date, or an instant with its offset. EPCIS wants an instant, so a bare date becomes its midnight, marked as a day. */
export function eventTime(happenedAt: string): { time: string; precision: "day" | "instant" } {
  if (isDate(happenedAt)) return { time: `${happenedAt}T00:00:00${ZONE_OFFSET}`, precision: "day" }
  return { time: inVietnam(new Date(happenedAt)) + ZONE_OFFSET, precision: "instant" }
}

/** A step of today is recorded as it happens, so it gets the time of day; one of the past keeps its day. */
export const momentOf = (happenedAt: string, now: Date) =>
  happenedAt === dateInVietnam(now) ? now.toISOString() : happenedAt

/** A phone's clock may be this much ahead of ours without anybody noticing. */
const AHEAD_MS = 2 * 60_000

/** An instant a little ahead of our clock is now; others stay. */
export function notAhead(happenedAt: string, now: Date) {
  const ahead = isDate(happenedAt) ? 0 : new Date(happenedAt).getTime() - now.getTime()
  return ahead > 0 && ahead <= AHEAD_MS ? now.toISOString() : happenedAt
}

/** Whether an instant lies further ahead than a clock may be wrong: then the phone's clock must be looked at. */
export const isAhead = (happenedAt: string, now = new Date()) =>
  !isDate(happenedAt) && new Date(happenedAt).getTime() > now.getTime() + AHEAD_MS

/** A date of the calendar in ISO form; the 30th of February is none. */
export function isDate(text: string) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const when = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(when.getTime()) && when.toISOString().startsWith(text)
}

/** Whether it is a time in ISO form that has come already; nothing is recorded ahead, nor from before anyone's memory. */
export function isPast(text: string) {
  if (!isDate(text) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return false
  const when = new Date(eventTimeOrNaN(text))
  const oldest = new Date()
  oldest.setUTCFullYear(oldest.getUTCFullYear() - 50)
  return when <= new Date() && when >= oldest
}

const eventTimeOrNaN = (text: string) => (isDate(text) ? eventTime(text).time : text)

const inVietnam = (when: Date) => new Date(when.getTime() + ZONE_HOURS * 3_600_000).toISOString().slice(0, -1)
