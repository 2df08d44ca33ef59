import { setImmediate as breathe } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../../modules/gateway"
import { type OpenAttempt, type Suggestion, suggester } from "../../modules/gateway/bank/suggest"
import type { Decided } from "../../modules/gateway/bank/transactions"

const Row = z.object({
  id: z.string(),
  txn_ref: z.string(),
  amount: z.coerce.number().int().safe(),
  state: z.string(),
  open: z.boolean(),
  purpose: z.string(),
  created_at: z.date(),
  expires_at: z.date().nullable(),
  order_id: z.string().nullable(),
  order_no: z.string().nullable(),
  buyer_name: z.string().nullable(),
  buyer_phone: z.string().nullable(),
})
/** An attempt as the operator sees it: what it is to pay, by whom, and whether it still may be. */
export type AttemptShown = z.infer<typeof Row>

/** An attempt is open while it is unpaid and the parts of its order, if there are any, all wait for money. */
const ATTEMPTS = `select a.id, a.txn_ref, a.amount, a.state, a.purpose, a.created_at, a.expires_at,
    part.order_id, split_part(part.display_no, '-', 1) as order_no, part.buyer_name, part.buyer_phone,
    (a.state = 'pending' and a.superseded_at is null and (a.purpose <> 'basket' or not exists (
      select 1 from producer_order p where p.cart_id = a.cart_id and p.status <> 'awaiting_payment'))) as open
  from payment_attempt a
  left join lateral (select * from producer_order p
    where p.cart_id = a.cart_id or (a.purpose = 'door' and p.id = a.subject_id) order by p.display_no limit 1) part on true
  where a.provider = 'bank'`

async function attempts(db: Knex, condition: string, values: (string | string[])[] = []): Promise<AttemptShown[]> {
  const sql = `select * from (${ATTEMPTS}) a where ${condition} order by a.created_at desc, a.id limit 1000`
  const { rows } = await db.raw<{ rows: object[] }>(sql, values)
  return rows.map((row) => Row.parse(row))
}

const OPEN = "a.state = 'pending' and a.created_at > now() - interval '30 days' and a.open"

/** The one open attempt of an order's number or of a reference as it is written; undefined if there is none or several. */
export async function findOpenAttempt(container: MedusaContainer, wanted: string): Promise<AttemptShown | undefined> {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const asked = wanted.trim().toUpperCase().replace(/^#/, "")
  const found = await attempts(db, `${OPEN} and (a.txn_ref = ? or a.order_no = ?)`, [asked, asked])
  return found.length === 1 ? found[0] : undefined
}

/** `review`: what waits for a decision, with suggestions; `decided`: the rest, to be looked up and undone. */
export async function readTransfers(container: MedusaContainer, state: "review" | "decided") {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { bank } = container.resolve(GATEWAY)
  const waiting = await bank.waiting()
  const listed =
    state === "review"
      ? waiting
      : await bank.decided(["captured", "matched", "give_back", "ignored", "same", "not_ours"])
  const named = listed.flatMap(({ decision }) => decision?.attempt_id ?? [])
  const known = await attempts(db, "a.id = any(?)", [named])
  const open = state === "review" ? await attempts(db, OPEN) : []
  const ins = waiting.map(({ transaction }) => transaction).filter(({ direction }) => direction === "in")
  const suggest = suggester(open.map(asOpen), ins)
  const read: TransferShown[] = []
  for (const one of listed) {
    const found = one.transaction.direction === "in" ? suggest(one.transaction) : []
    read.push({
      ...shown(one),
      attempt: known.find(({ id }) => id === one.decision?.attempt_id) ?? null,
      suggestions: found.map(({ attempt_id, ...why }) => ({
        ...why,
        attempt: open.find(({ id }) => id === attempt_id),
      })),
    })
    // Between two of many, others get their turn.
    await breathe()
  }
  return read
}

type TransferShown = ReturnType<typeof shown> & {
  attempt: AttemptShown | null
  suggestions: (Omit<Suggestion, "attempt_id"> & { attempt: AttemptShown | undefined })[]
}

const asOpen = ({ id, txn_ref, amount, created_at, buyer_name, buyer_phone }: AttemptShown): OpenAttempt => ({
  ...{ id, txn_ref, amount, created_at, buyer_name, buyer_phone },
})

const UNDOABLE: readonly string[] = ["ignored", "give_back", "same"]

const shown = ({ transaction, decision }: Decided) => {
  const { raw: _, source_id: __, statement_id: ___, ...facts } = transaction
  return {
    ...facts,
    decision: decision && {
      ...{ kind: decision.kind, reason: decision.reason, note: decision.note },
      ...{ by: decision.decided_by, at: decision.decided_at },
    },
    may_undo: decision !== undefined && UNDOABLE.includes(decision.kind),
  }
}
