import type { HeldAttempt, HeldOrder } from "./money"

/** What the gateways' own ledgers say of an attempt; amounts in whole đồng. */
export type Ledger = {
  refs(): Iterable<string>
  /** Money a payer has parted with for it; `suspected`: VNPay does not call it paid. */
  paid(ref: string): { amount: number; suspected?: boolean } | undefined
  givenBack(ref: string): number
}

/** Where every đồng that was paid has come to lie. */
export type Sums = { in: number; kept: number; back: number; waiting: number }

export type Verdict = { problems: string[]; sums: Sums }

/** Holds the shop's attempts against the gateway's own ledger: each payment in one place, whole, and once. */
export function checkAttempts(attempts: HeldAttempt[], book: Ledger): Verdict {
  const problems: string[] = []
  const sums: Sums = { in: 0, kept: 0, back: 0, waiting: 0 }
  const known = new Set(attempts.map(({ ref }) => ref))
  for (const ref of book.refs()) if (!known.has(ref)) problems.push(`${ref}: paid, and unknown to the shop`)
  for (const attempt of attempts) {
    const place = placeOf(attempt, book)
    const wrong = [...wrongs(attempt, book), ...("problem" in place ? [place.problem] : [])]
    for (const what of wrong) problems.push(`${attempt.ref}: ${what}`)
    const taken = book.paid(attempt.ref)?.amount ?? 0
    const back = book.givenBack(attempt.ref)
    sums.in += taken
    sums.back += back
    if ("kept" in place) sums.kept += place.kept
    if ("waiting" in place) sums.waiting += place.waiting
  }
  if (sums.in !== sums.kept + sums.back + sums.waiting) problems.push(`The sums differ: ${JSON.stringify(sums)}`)
  return { problems, sums }
}

type Place = { kept: number; waiting: number } | { waiting: number } | { nothing: true } | { problem: string }

/** In which one place the money of an attempt lies by the shop's own rows. */
function placeOf(attempt: HeldAttempt, book: Ledger): Place {
  const { state, completion, amount, open_debts } = attempt
  const payment = book.paid(attempt.ref)
  if (payment?.suspected) {
    return state === "review" ? { waiting: amount } : { problem: `suspected of fraud, and ${state}` }
  }
  if (!payment) {
    return state === "captured" || state === "review" ? { problem: `unpaid, and ${state}` } : { nothing: true }
  }
  if (payment.amount !== amount) return { problem: `${payment.amount} paid of ${amount}` }
  if (state !== "captured") return { problem: `paid, and ${state}` }
  const waiting = open_debts
  if (completion === "completed") return { kept: amount - attempt.debts, waiting }
  return completion === "refund_due" ? { waiting } : { problem: `captured, and ${completion}: ${attempt.last_error}` }
}

function wrongs(attempt: HeldAttempt, book: Ledger): string[] {
  const { ref, amount, captures, orders, order_id, completion, debts, open_debts } = attempt
  const back = book.givenBack(ref)
  const taken = book.paid(ref)?.amount ?? 0
  const found: [boolean, string][] = [
    [back > taken, `${back} given back of ${taken}`],
    [back !== attempt.refunded, `${back} given back, ${attempt.refunded} confirmed in the shop`],
    [back !== attempt.booked, `${back} given back, ${attempt.booked} booked`],
    [back !== debts - open_debts, `${back} given back of debts of ${debts}, ${open_debts} open`],
    [attempt.in_doubt > 0, "a refund is in doubt"],
    [orders.length > 1, `its basket is ${orders.length} orders`],
    [completion === "completed" && orders[0] !== order_id, "completed, and its order is not its basket's"],
    [completion === "completed" && String(captures) !== String(amount), `captured in Medusa: ${captures} of ${amount}`],
    [
      completion === "completed" && back !== attempt.medusa_refunded,
      `Medusa has ${attempt.medusa_refunded} of ${back}`,
    ],
    [completion === "refund_due" && debts !== amount, `owes ${debts} of ${amount}`],
  ]
  return found.filter(([is]) => is).map(([, what]) => what)
}

/** Every order is paid by one attempt, or promised in cash, or waits for a transfer; its parts are there. */
export const checkOrders = (orders: HeldOrder[]): string[] =>
  orders.flatMap(({ id, means, parts, waiting, paid_by }) => {
    const cash = String(means) === "cash"
    const promised = String(means) === "bank" && paid_by === null
    const found: [boolean, string][] = [
      [parts === 0, "has no parts"],
      [waiting > 0 !== promised, waiting > 0 ? "waits for money" : "does not wait for its transfer"],
      [!cash && !promised && paid_by?.length !== 1, `is paid by ${paid_by ?? "nothing"}`],
      [cash && paid_by !== null, `is promised in cash, and paid by ${paid_by}`],
    ]
    return found.filter(([is]) => is).map(([, what]) => `order ${id} ${what}`)
  })
