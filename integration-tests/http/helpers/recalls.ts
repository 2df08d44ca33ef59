import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { allocateLots } from "../../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { db } from "../../harness/shop"
import { type Maker, newLot } from "./lots"

export type Lot = { id: string; code: string }

/** A change as `lot_change` holds it; how one is made and what it may not do is the spec of the lots. */
export async function change(maker: Maker, kind: "split" | "merge" | "transformation", inputs: Lot[], outputs: Lot[]) {
  const id = `lch_${randomUUID()}`
  await db().query("insert into lot_change (id, producer_id, kind, happened_at) values ($1, $2, $3, '2026-11-20')", [
    ...[id, maker.id, kind],
  ])
  const parts = [...inputs.map(({ id }) => [id, "input"]), ...outputs.map(({ id }) => [id, "output"])]
  for (const [lot, side] of parts) {
    await db().query(
      `insert into lot_change_part (id, change_id, side, lot_id, quantity, unit) values ($1, $2, $3, $4, 2, 'cái')`,
      [`lcp_${randomUUID()}`, id, side, lot],
    )
  }
  return id
}

/** A household says that its lot was made of somebody else's. */
export const declareSource = (used: Lot, source: Lot) =>
  db().query("insert into lot_source (id, lot_id, source_lot_id, supplier_lot) values ($1, $2, $3, $4)", [
    ...[`lsr_${randomUUID()}`, used.id, source.id, source.code],
  ])

export const someLots = (maker: Maker, count: number) => Promise.all(Array.from({ length: count }, () => newLot(maker)))

export type Sold = { order_id: string; part: string; line: string; email: string; no: string }
const made: string[] = []

/**
 * An order of one piece beside a real one, whose rows it copies: of a time the shop's jobs do not look at, and with an
 * address of its own by which messages are told apart. A spec cannot wait for a dozen baskets.
 */
export async function copyOrder(of: { part: string }, status: "completed" | "packed"): Promise<Sold> {
  const [mark, email] = [randomUUID(), `${randomUUID()}@example.vn`]
  const [order_id, part, line, no] = [`order_${mark}`, `po_${mark}`, `pol_${mark}`, `9${mark.slice(0, 8)}-1`]
  const gone = status === "completed" ? "2025-06-02T03:00:00Z" : null
  const changed = {
    ...{
      id: part,
      order_id,
      cart_id: `cart_${mark}`,
      display_no: no,
      status,
      buyer_email: email,
      fulfillment_id: mark,
    },
    ...{ created_at: "2025-06-01T03:00:00Z", placed_at: "2025-06-01T03:00:00Z", handed_over_at: gone, ended_at: gone },
    ...{ notified_at: "2025-06-01T03:00:00Z", answer_by: null, delivered_at: gone },
  }
  const copy = (table: string, where: string, id: string, more: object) =>
    db().query(
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one) || $2::jsonb)).*
       from ${table} one where ${where} = $1 limit 1`,
      [id, JSON.stringify(more)],
    )
  await copy("producer_order", "id", of.part, changed)
  await copy("producer_order_line", "producer_order_id", of.part, {
    ...{ id: line, producer_order_id: part, order_line_id: `oli_${mark}`, quantity: 1, cancelled: 0, returned: 0 },
  })
  made.push(part)
  return { order_id, part, line, email, no }
}

/** A copied order that was served from a lot. */
export async function soldFrom(pg: Knex, maker: Maker, of: { part: string }, lot: Lot): Promise<Sold> {
  const sold = await copyOrder(of, "completed")
  await allocateLots(pg, {
    producer_id: maker.id,
    allocations: [{ producer_order_line_id: sold.line, lot_id: lot.id, quantity: 1 }],
  })
  return sold
}

export async function forgetCopies() {
  await db().query("delete from producer_order_line where producer_order_id = any($1)", [made])
  await db().query("delete from producer_order where id = any($1)", [made])
}

/** Who was told of a recall or its lifting, as it stands now. */
export const reachOf = async (recall: string) =>
  (
    await db().query(
      "select id, audience, order_id, producer_id, state, channel, tries, called_by from lot_recall_reach where recall_id = $1",
      [recall],
    )
  ).rows as {
    id: string
    audience: string
    order_id: string | null
    producer_id: string | null
    state: string
    channel: string | null
    tries: number
    called_by: string | null
  }[]

/** The messages Medusa has sent for a recall, by whom they went to. */
export const sentFor = async (recall: string) =>
  (
    await db().query(
      `select "to", channel, status from notification
       where resource_type = 'lot_recall' and resource_id = $1 order by created_at`,
      [recall],
    )
  ).rows as { to: string; channel: string; status: string }[]
