import { bankReferencesIn, bare } from "../vietqr/reference"
import type { BankTransaction } from "./rows"

type Told = Pick<BankTransaction, "bank_reference" | "content">

/** Shorter contents say too little to tell one transfer from another. */
const TELLING = 10

/** Whether the bank's own number of the movement, given in a field of its own or within the content, is the same. */
export function sameBankReference(one: Told, other: Told): boolean {
  const [a, b] = [bare(one.bank_reference ?? ""), bare(other.bank_reference ?? "")]
  if (a && b && a === b) return true
  return (a.length >= 6 && bare(other.content).includes(a)) || (b.length >= 6 && bare(one.content).includes(b))
}

/**
 * Whether two movements of one amount and day, told by SePay and by a statement, are one: the bank's reference agrees,
 * or the same reference of ours stands in both, or one content is in the other. Two that both carry a bank's reference
 * of the same form and disagree are two.
 */
export function isTwin(one: Told, other: Told): boolean {
  if (sameBankReference(one, other)) return true
  const [a, b] = [bare(one.bank_reference ?? ""), bare(other.bank_reference ?? "")]
  const [here, there] = [bare(one.content), bare(other.content)]
  if (a && b && a.length === b.length && a.slice(0, 3) === b.slice(0, 3)) return false
  const ours = bankReferencesIn(one.content)
  if (ours.length > 0) return bankReferencesIn(other.content).some((reference) => ours.includes(reference))
  const [short, long] = here.length < there.length ? [here, there] : [there, here]
  return short.length >= TELLING && long.includes(short)
}
