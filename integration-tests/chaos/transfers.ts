import type { Pool } from "pg"
import type { Sepay } from "../gateways/sepay-gateway"

/** What the shop has decided about the movements on its account, by the bank's own numbers of them. */
type Decided = { source_id: string; amount: number; kinds: string[]; ref: string | null }

export type Transfers = {
  problems: string[]
  in: number
  /** Money a person has to look at. */
  waiting: number
  /** What was taken as the payment of an attempt, by its reference. */
  captured: Map<string, number>
}

/** Holds every transfer against the shop's books: known once, and either the exact payment of one attempt or before a person. */
export async function checkTransfers(pg: Pool, { transfers }: Sepay): Promise<Transfers> {
  const { rows } = await pg.query<Decided>(
    `select t.source_id, t.amount::float8 as amount, array_agg(d.kind order by d.number desc) as kinds,
       (array_agg(a.txn_ref order by d.number desc))[1] as ref
     from bank_transaction t left join bank_decision d on d.transaction_id = t.id
     left join payment_attempt a on a.id = d.attempt_id
     where t.source = 'sepay' group by t.id`,
  )
  const found: Transfers = { problems: [], in: 0, waiting: 0, captured: new Map() }
  for (const { id, amount, content } of transfers) {
    found.in += amount
    const known = rows.filter(({ source_id }) => source_id === String(id))
    const [decided] = known
    const named = `transfer ${id} of ${amount} (${content})`
    if (!decided || known.length > 1) found.problems.push(`${named} is known ${known.length} times`)
    else if (decided.amount !== amount) found.problems.push(`${named} is known as ${decided.amount}`)
    else if (decided.kinds[0] === "review") found.waiting += amount
    else if (decided.kinds[0] !== "captured") found.problems.push(`${named} is ${decided.kinds}`)
    else if (!decided.ref || !content.toUpperCase().includes(decided.ref))
      found.problems.push(`${named} pays ${decided.ref}`)
    else if (found.captured.has(decided.ref)) found.problems.push(`${named} pays ${decided.ref} a second time`)
    else found.captured.set(decided.ref, amount)
  }
  return found
}
