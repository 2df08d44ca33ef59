import { bare } from "../vietqr/reference"

export type OpenAttempt = {
  id: string
  txn_ref: string
  amount: number
  created_at: Date
  buyer_name: string | null
  buyer_phone: string | null
}
export type LookedAt = { id: string; amount: number; content: string; booked_at: Date }
export const REASONS = ["reference", "near_reference", "same_amount", "sum", "name", "phone", "near_in_time"] as const
export type Reason = (typeof REASONS)[number]
/** An attempt a transfer may have been meant for, why, and with which others it makes up the whole amount. */
export type Suggestion = { attempt_id: string; reasons: Reason[]; with: string[] }

const WEIGHTS: Record<Reason, number> = {
  ...{ reference: 8, near_reference: 5, sum: 4, same_amount: 3, phone: 3, name: 2, near_in_time: 1 },
}
/** So many characters of eleven may be wrong, missing or too many. */
const NEAR = 2
const HOUR = 3_600_000
const MOST = 5

/**
 * The open attempts a transfer may pay, the likeliest first, each with its reasons; time alone is none. Where one is
 * named, those that only cost as much are left out.
 */
export function suggest(transfer: LookedAt, attempts: OpenAttempt[], others: LookedAt[]): Suggestion[] {
  return suggester(attempts, others)(transfer)
}

/** `suggest` for many transfers: attempts and the other transfers are read once. */
export function suggester(attempts: OpenAttempt[], others: LookedAt[]) {
  const wanted = attempts.map(wantedOf)
  const texts = others.map((other) => ({ ...other, text: bare(other.content) }))
  return (transfer: LookedAt) => likeliest({ ...transfer, text: bare(transfer.content) }, wanted, texts)
}

type Read = LookedAt & { text: string }
/** An attempt with its name and phone as they are looked for, and its reference in `NEAR + 1` pieces. */
type Wanted = OpenAttempt & { name: string; phone: string; pieces: string[] }

function wantedOf(attempt: OpenAttempt): Wanted {
  const name = attempt.buyer_name?.trim() ?? ""
  const phone = (attempt.buyer_phone ?? "").replace(/\D/g, "").slice(-9)
  const long = Math.ceil(attempt.txn_ref.length / (NEAR + 1))
  const pieces = Array.from({ length: NEAR + 1 }, (_, at) => attempt.txn_ref.slice(at * long, (at + 1) * long))
  return { ...attempt, name: name.includes(" ") ? bare(name) : "", phone: phone.length === 9 ? phone : "", pieces }
}

function likeliest(transfer: Read, attempts: Wanted[], others: Read[]): Suggestion[] {
  const found = attempts
    .map((attempt) => judge(transfer, attempt, others))
    .filter(({ reasons }) => reasons.some((reason) => reason !== "near_in_time"))
    .sort((a, b) => weight(b) - weight(a))
  const named = found.filter(({ reasons }) => reasons.includes("reference"))
  return (named.length > 0 ? named : found).slice(0, MOST)
}

const weight = ({ reasons }: Suggestion) => reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0)

function judge(transfer: Read, attempt: Wanted, others: Read[]): Suggestion {
  const { text } = transfer
  const { name, phone } = attempt
  // With so few changes one of the pieces is whole; most attempts are out by that, at little cost.
  const distance = attempt.pieces.some((piece) => text.includes(piece)) ? nearest(attempt.txn_ref, text) : NEAR + 1
  const partners = distance === 0 ? makesUp(transfer, attempt, others) : []
  const age = transfer.booked_at.getTime() - attempt.created_at.getTime()
  const holds: Record<Reason, boolean> = {
    reference: distance === 0,
    near_reference: distance > 0 && distance <= NEAR,
    same_amount: transfer.amount === attempt.amount,
    sum: partners.length > 0,
    name: name !== "" && text.includes(name),
    phone: phone !== "" && text.includes(phone),
    near_in_time: age > -HOUR && age < 2 * HOUR,
  }
  return { attempt_id: attempt.id, reasons: REASONS.filter((reason) => holds[reason]), with: partners }
}

/** Other transfers with the same reference that make up the whole amount together with this one. */
function makesUp(transfer: Read, { txn_ref, amount }: Wanted, others: Read[]): string[] {
  const same = others.filter(({ id, text }) => id !== transfer.id && text.includes(txn_ref))
  const sum = same.reduce((total, other) => total + other.amount, transfer.amount)
  return same.length > 0 && sum === amount ? same.map(({ id }) => id) : []
}

/** The least number of changes that turns `wanted` into some stretch of `text` (Sellers' algorithm). */
export function nearest(wanted: string, text: string): number {
  let column = Array.from({ length: wanted.length + 1 }, (_, at) => at)
  let best = wanted.length
  for (const letter of text) {
    const next = [0]
    for (let at = 1; at <= wanted.length; at++) {
      const changed = (column[at - 1] ?? 0) + (wanted[at - 1] === letter ? 0 : 1)
      next.push(Math.min(changed, (column[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    column = next
    best = Math.min(best, column[wanted.length] ?? best)
  }
  return best
}
