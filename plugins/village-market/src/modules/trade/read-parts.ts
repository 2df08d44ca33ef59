import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { LINE_AMOUNTS } from "./line-share"
import { HEARD_OF, type ProducerOrderStatus } from "./producer-order-status"
import {
  Dong,
  type OrderAct,
  OrderActRow,
  type PartChange,
  PartChangeRow,
  type ProducerOrder,
  type ProducerOrderLine,
  ProducerOrderLineRow,
  ProducerOrderRow,
} from "./rows"

/** Which parts somebody may see; every lookup starts from one of these, never from an id alone. */
export type PartScope = { producer_id: string } | { order_id: string } | { communes: string[] } | { all: true }

export type PartFilter = {
  status?: readonly ProducerOrderStatus[]
  /** Part number, or the buyer's name or phone. */
  q?: string
  /** Booked days, Vietnam time, both inclusive. */
  from?: string
  to?: string
  /** Placed, and the time to answer is over. */
  overdue?: boolean
}

function scoped(db: Knex, scope: PartScope) {
  const query = db("producer_order as part")
  if ("producer_id" in scope)
    return query.where("part.producer_id", scope.producer_id).whereIn("part.status", [...HEARD_OF])
  if ("order_id" in scope) return query.where("part.order_id", scope.order_id)
  if ("communes" in scope) {
    return query
      .whereIn("part.status", [...HEARD_OF])
      .whereIn("part.producer_id", db("producer").whereIn("commune_code", scope.communes).select("id"))
  }
  return query
}

function filtered(db: Knex, scope: PartScope, { status, q, from, to, overdue }: PartFilter) {
  const query = scoped(db, scope)
  if (status) query.whereIn("part.status", [...status])
  if (overdue) query.where("part.status", "placed").andWhere("part.answer_by", "<", db.fn.now())
  const day = "(coalesce(part.placed_at, part.created_at) at time zone 'Asia/Ho_Chi_Minh')::date"
  if (from) query.whereRaw(`${day} >= ?::date`, [from])
  if (to) query.whereRaw(`${day} <= ?::date`, [to])
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`
    // People type the number as they dial it: 0912…, stored as +84912….
    const phone = q.replace(/\D/g, "").replace(/^0/, "")
    query.andWhere((any) => {
      any.where("part.display_no", q).orWhereILike("part.buyer_name", like)
      if (phone.length >= 4) any.orWhereLike("part.buyer_phone", `%${phone}%`)
    })
  }
  return query
}

export async function listParts(
  db: Knex,
  scope: PartScope,
  { limit = 50, offset = 0, ...filter }: PartFilter & { limit?: number; offset?: number } = {},
): Promise<{ parts: ProducerOrder[]; count: number }> {
  const [rows, total] = await Promise.all([
    filtered(db, scope, filter)
      .select("part.*")
      .orderByRaw("coalesce(part.placed_at, part.created_at) desc, part.id")
      .limit(limit)
      .offset(offset),
    filtered(db, scope, filter).count({ n: "*" }).first(),
  ])
  return { parts: rows.map((row) => ProducerOrderRow.parse(row)), count: Number(total?.n ?? 0) }
}

export async function countParts(db: Knex, scope: PartScope): Promise<Partial<Record<ProducerOrderStatus, number>>> {
  const rows: { status: string; n: string }[] = await scoped(db, scope)
    .groupBy("part.status")
    .select("part.status", db.raw("count(*) as n"))
  return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]))
}

export async function findPart(db: Knex, id: string, scope: PartScope): Promise<ProducerOrder | undefined> {
  const row = await scoped(db, scope).where("part.id", id).first("part.*")
  return row && ProducerOrderRow.parse(row)
}

export async function partsOfOrder(db: Knex, orderId: string): Promise<ProducerOrder[]> {
  const rows = await db("producer_order").where({ order_id: orderId }).orderBy("display_no")
  return rows.map((row) => ProducerOrderRow.parse(row))
}

/** The parts `where` finds, locked until the transaction ends, in the one order that cannot dead-lock. */
export async function lockedParts(trx: Knex.Transaction, where: Record<string, string>): Promise<ProducerOrder[]> {
  const rows = await trx("producer_order").where(where).orderBy("id").forUpdate()
  return rows.map((row) => ProducerOrderRow.parse(row))
}

export async function linesOf(db: Knex, partIds: string[]): Promise<ProducerOrderLine[]> {
  const rows = await db("producer_order_line").whereIn("producer_order_id", partIds).orderBy("id")
  return rows.map((row) => ProducerOrderLineRow.parse(row))
}

/** Who did what with a part, oldest first. */
export async function actsOf(db: Knex, partIds: string[]): Promise<OrderAct[]> {
  const rows = await db("producer_order_act").whereIn("producer_order_id", partIds).orderBy("id")
  return rows.map((row) => OrderActRow.parse(row))
}

export async function changesOf(db: Knex, partIds: string[]): Promise<PartChange[]> {
  const rows = await db("producer_order_change").whereIn("producer_order_id", partIds).orderBy("created_at")
  return rows.map((row) => PartChangeRow.parse(row))
}

const Amounts = Object.fromEntries(LINE_AMOUNTS.map((name) => [name, Dong])) as Record<
  (typeof LINE_AMOUNTS)[number],
  typeof Dong
>
const JournalRow = z.object({ line_id: z.string(), kind: z.string(), quantity: Dong, ...Amounts })

/** The journal of some parts. */
export async function journalOf(db: Knex, partIds: string[]) {
  const rows = await db("sale_event").whereIn("producer_order_id", partIds).orderBy("id")
  return rows.map((row) => JournalRow.parse(row))
}
