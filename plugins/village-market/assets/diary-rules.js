// The rules of the diary's queue on the phone: no clock, no network and no storage of their own, so that they can be
// tested. An entry is `waiting`, `sending`, `sent` or `refused`; whatever happens to a reply, its key stays the same.

const LEASE = 90_000
const LONGEST_WAIT = 10 * 60_000
/** After so many tries without a reply a photo is held back, so that the step itself gets through a bad line. */
const TRIES_WITH_PHOTO = 2

/** What was just written, before anything was sent. `fields` are those of the form. */
export const newEntry = ({ key, household, lot, title, word, fields, hasPhoto, now }) => ({
  ...{ key, household, lot, title, word, fields, hasPhoto },
  ...{ state: "waiting", written: now, attempts: 0, next: 0, lease: 0, answer: null, reason: null, code: null },
})

/** Whether it may be sent now by this household; one that a closed page was sending comes back when its lease is over. */
export const isDue = (entry, household, now) =>
  entry.household === household &&
  ((entry.state === "waiting" && entry.next <= now) || (entry.state === "sending" && entry.lease <= now))

/** The next one to send: in the order of writing, for a step comes before the photo that was added to it. */
export const nextDue = (entries, household, now) =>
  [...entries].sort((a, b) => a.written - b.written).find((entry) => isDue(entry, household, now))

/** Taken for sending; nobody else takes it before the lease is over. */
export const claimed = (entry, now) => ({
  ...entry,
  state: "sending",
  attempts: entry.attempts + 1,
  lease: now + LEASE,
})

/** What to send of it: the step with its photo, the step alone, or the photo that comes after its step. */
export const partToSend = (entry) =>
  entry.answer ? "photo" : entry.hasPhoto && entry.attempts <= TRIES_WITH_PHOTO ? "step+photo" : "step"

const pause = (attempts) => Math.min(LONGEST_WAIT, 2_000 * 2 ** Math.min(attempts, 12))

/**
 * What becomes of an entry by the server's reply, `{ status, body }`, or by none (undefined). No reply proves nothing:
 * the server may have it or not, so it waits and is sent again under the same key.
 */
export function replied(entry, reply, now) {
  const waits = { ...entry, state: "waiting", lease: 0, next: now + pause(entry.attempts) }
  if (!reply) return waits
  const { status, body } = reply
  if (status === 401) return { ...waits, code: "login", next: now }
  // Whoever is logged in now is not who wrote it: it waits for its own household.
  if (status === 409 && body?.code === "household") return { ...waits, code: "household", next: now }
  if (status === 429 || status >= 500 || !body) return waits
  if (status >= 200 && status < 300) {
    const answer = body.entry ?? entry.answer
    const done = !entry.hasPhoto || answer?.photo === true
    return { ...waits, answer, attempts: 0, next: now, code: null, reason: null, state: done ? "sent" : "waiting" }
  }
  return { ...waits, state: "refused", code: body.code ?? null, reason: body.message ?? null, clock: body.now ?? null }
}

/**
 * What taking an entry back means: `drop` where nothing of it can have reached the server, `correct` where the server
 * has it, `wait` where it may have it. Only a refused or never-sent one may be forgotten.
 */
export const takingBack = (entry) =>
  entry.answer ? "correct" : entry.state === "refused" || entry.attempts === 0 ? "drop" : "wait"

/** A refused time set right by the server's clock: as long ago as the phone says it was, by a clock that is not wrong. */
export function withServerClock(entry, phoneNow) {
  if (entry.code !== "clock" || !entry.clock || !entry.fields.happened_at.includes("T")) return entry
  const ago = Math.max(0, phoneNow - Date.parse(entry.fields.happened_at))
  const happened_at = new Date(Date.parse(entry.clock) - ago).toISOString()
  return tryAgain({ ...entry, fields: { ...entry.fields, happened_at } })
}

/** Sent again as it is, at once. */
export const tryAgain = (entry) => ({ ...entry, state: "waiting", attempts: 0, next: 0, code: null, reason: null })

/** Without its photo, where the photo is what is wrong. */
export const withoutPhoto = (entry) =>
  entry.answer ? { ...entry, hasPhoto: false, state: "sent" } : tryAgain({ ...entry, hasPhoto: false })

const DAY = 86_400_000

/** Sent ones are shown for a day; the server's list has them then. */
export const isOver = (entry, now) => entry.state === "sent" && now - entry.written > DAY

const NEEDS_A_LOGIN = ["login", "household"]

/** How long until something is due again, in milliseconds; undefined when nothing waits, or waits for somebody to log in. */
export function untilDue(entries, household, now) {
  const times = entries
    .filter((entry) => entry.household === household && ["waiting", "sending"].includes(entry.state))
    .filter(({ code }) => !NEEDS_A_LOGIN.includes(code))
    .map(({ state, next, lease }) => Math.max(0, (state === "sending" ? lease : next) - now))
  return times.length > 0 ? Math.min(...times) : undefined
}

/** Vietnam's date of an instant, `2026-11-24`, whatever the phone's zone. */
export const dayInVietnam = (now) => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)

/** A step of today happened now, one of an earlier day on that day. */
export const happenedAt = (day, now) => (day && day !== dayInVietnam(now) ? day : new Date(now).toISOString())
