import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { OrderActor } from "./actor"
import { type ChangeOutcome, changePartIn } from "./change-part"
import { linesOf, lockedParts } from "./read-parts"
import { putNotice, recordAct } from "./record"
import { type ProducerOrder, type ReturnRequest, ReturnRequestRow } from "./rows"
import { left } from "./take-back"

export type AskReturn = Pick<ReturnRequest, "line_id" | "quantity" | "reason" | "note">
export type AskOutcome =
  | { ok: true; id: string }
  | { ok: false; why: "no_such_line" | "too_many" | "not_now" | "window_over" }

export type AnswerReturn = "accept" | "refuse" | "receive" | "withdraw"
export type AnswerOutcome =
  | { ok: true; status: ReturnRequest["status"]; change?: Extract<ChangeOutcome, { ok: true }> }
  | { ok: false; why: "not_found" | "not_now" | "already_there" }
  | Exclude<ChangeOutcome, { ok: true }>

const OPEN: readonly ReturnRequest["status"][] = ["asked", "accepted"]

/** A buyer asks to send units of a line back, within `windowHours` of delivery; not more than are still there. */
export async function askReturn(
  db: Knex,
  partId: string,
  input: AskReturn,
  { actor, windowHours, at = new Date() }: { actor: OrderActor; windowHours: number; at?: Date },
): Promise<AskOutcome> {
  return db.transaction(async (trx) => {
    const [part] = await lockedParts(trx, { id: partId })
    if (!part || !["handed_over", "delivered"].includes(part.status)) return { ok: false, why: "not_now" }
    if (part.delivered_at && at.getTime() > part.delivered_at.getTime() + windowHours * 3_600_000) {
      return { ok: false, why: "window_over" }
    }
    const line = (await linesOf(trx, [partId])).find(({ id }) => id === input.line_id)
    if (!line) return { ok: false, why: "no_such_line" }
    const open = await trx("return_request")
      .where({ line_id: line.id })
      .whereIn("status", [...OPEN])
      .sum({ sum: "quantity" })
      .first()
    if (input.quantity < 1 || input.quantity > left(line) - Number(open?.sum ?? 0))
      return { ok: false, why: "too_many" }
    const id = generateEntityId(undefined, "poret")
    await trx("return_request").insert({
      ...{ id, producer_order_id: partId, order_id: part.order_id, asked_at: at },
      ...{ line_id: line.id, quantity: input.quantity, reason: input.reason, note: input.note },
    })
    await recordAct(trx, { part, act: "ask_return", actor, at, reason: input.reason, detail: { return_id: id } })
    await putNotice(trx, part, { audience: "producer", event: "return_asked", mark: id, data: { return_id: id } })
    return { ok: true, id }
  })
}

const NEXT = {
  accept: { from: ["asked"], to: "accepted" },
  refuse: { from: ["asked", "accepted"], to: "refused" },
  withdraw: { from: ["asked", "accepted"], to: "withdrawn" },
  receive: { from: ["asked", "accepted"], to: "received" },
} as const satisfies Record<AnswerReturn, { from: readonly ReturnRequest["status"][]; to: ReturnRequest["status"] }>

/** Answers a request; `receive` takes the goods back and owes the buyer their price. */
export async function answerReturn(
  db: Knex,
  {
    part_id,
    id,
    answer,
    note,
    restock = true,
  }: { part_id: string; id: string; answer: AnswerReturn; note?: string; restock?: boolean },
  { actor, at = new Date() }: { actor: OrderActor; at?: Date },
): Promise<AnswerOutcome> {
  return db.transaction(async (trx) => {
    const [part] = await lockedParts(trx, { id: part_id })
    const row = await trx("return_request").where({ id, producer_order_id: part_id }).forUpdate().first()
    if (!part || !row) return { ok: false, why: "not_found" }
    const request = ReturnRequestRow.parse(row)
    const rule = NEXT[answer]
    if (request.status === rule.to) return { ok: false, why: "already_there" }
    if (!(rule.from as readonly string[]).includes(request.status)) return { ok: false, why: "not_now" }
    let change: Extract<ChangeOutcome, { ok: true }> | undefined
    if (answer === "receive") {
      const { line_id, quantity, reason } = request
      const lines = [{ line_id, quantity }]
      const outcome = await changePartIn(
        trx,
        { id: part_id, kind: "returned", actor, reason, lines, restock, key: id },
        at,
      )
      if (!outcome.ok) return outcome
      change = outcome
    }
    await trx("return_request")
      .where({ id })
      .update({
        status: rule.to,
        answer: note ?? request.answer,
        answered_at: request.answered_at ?? at,
        ...(answer === "accept" ? {} : { closed_at: at }),
        ...(change ? { change_id: change.change_id } : {}),
      })
    if (answer !== "receive") {
      await recordAct(trx, { part, act: `${answer}_return`, actor, at, reason: note, detail: { return_id: id } })
      await tellOther(trx, part, actor, `return_${rule.to}`, id, note)
    }
    return { ok: true, status: rule.to, change }
  })
}

async function tellOther(
  trx: Knex.Transaction,
  part: ProducerOrder,
  actor: OrderActor,
  event: string,
  mark: string,
  note: string | undefined,
) {
  const audience = actor.role === "buyer" ? ("producer" as const) : ("buyer" as const)
  await putNotice(trx, part, { audience, event, mark, data: { return_id: mark, note: note ?? null } })
}

export async function returnsOf(db: Knex, partIds: string[]): Promise<ReturnRequest[]> {
  const rows = await db("return_request").whereIn("producer_order_id", partIds).orderBy("asked_at")
  return rows.map((row) => ReturnRequestRow.parse(row))
}
