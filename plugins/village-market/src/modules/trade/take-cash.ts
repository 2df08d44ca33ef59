import { randomInt } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import type { OrderActor } from "./actor"
import { CASH_PROOFS, type CashProof, judgeCash, judgeCode, type StatedCash } from "./cash-proof"
import { Dong, type ProducerOrder } from "./rows"

export const MOMENTS = ["hand_over", "deliver", "later"] as const

export const CashTakingRow = z.object({
  id: z.coerce.number(),
  producer_order_id: z.string(),
  order_id: z.string(),
  moment: z.enum(MOMENTS),
  expected: Dong,
  given: Dong,
  difference: z.string().nullable(),
  proof: z.enum(CASH_PROOFS),
  /** The carrier's reference, or why there is no proof. */
  proof_text: z.string().nullable(),
  receipt_id: z.string().nullable(),
  by_role: z.enum(["producer", "operator"]),
  by_id: z.string(),
  by_name: z.string().nullable(),
  at: z.date(),
})
export type CashTaking = z.infer<typeof CashTakingRow>

export type CashRefusal =
  | "paid_by_qr"
  | "proof_missing"
  | "difference_missing"
  | "code_wrong"
  | "code_blocked"
  | "no_code"
  | "no_such_receipt"
/** `collected` is what closes the debt: all of it, or nothing where the amount differs. */
export type TakenCash = { ok: true; collected: number } | { ok: false; why: CashRefusal }

type Taking = { part: ProducerOrder; due: number; moment: CashTaking["moment"]; actor: OrderActor; at: Date }

/**
 * Takes down cash under the part's row lock, with what proves it. A refusal writes nothing but the wrong try of a code;
 * whoever calls it lets the transaction end well, so that the try counts.
 */
export async function takeCash(trx: Knex.Transaction, stated: StatedCash, of: Taking): Promise<TakenCash> {
  const { part, due, moment, actor, at } = of
  const judged = judgeCash(due, stated)
  if (judged.kind === "difference_missing") return { ok: false, why: judged.kind }
  const refused = await checkProof(trx, part, stated.proof, at)
  if (refused) return { ok: false, why: refused }
  await trx("cash_taking").insert({
    ...{ producer_order_id: part.id, order_id: part.order_id, moment, expected: due, at },
    given: judged.kind === "differs" ? judged.given : due,
    difference: judged.kind === "differs" ? stated.difference : null,
    ...proofColumns(stated.proof),
    ...{ by_role: actor.role, by_id: actor.id, by_name: actor.name ?? null },
  })
  return { ok: true, collected: judged.kind === "exact" ? due : 0 }
}

function proofColumns(proof: CashProof) {
  const { kind } = proof
  return {
    proof: kind,
    proof_text: kind === "reference" ? proof.reference : kind === "none" ? proof.reason : null,
    receipt_id: kind === "receipt" ? proof.receipt_id : null,
  }
}

async function checkProof(
  trx: Knex.Transaction,
  { id }: ProducerOrder,
  proof: CashProof,
  at: Date,
): Promise<CashRefusal | undefined> {
  if (proof.kind === "receipt") {
    const known = await trx("cash_receipt").where({ id: proof.receipt_id, producer_order_id: id }).first("id")
    return known ? undefined : "no_such_receipt"
  }
  if (proof.kind !== "code") return undefined
  const known = await trx("cash_code").where({ producer_order_id: id }).forUpdate().first("code", "wrong")
  if (!known) return "no_code"
  const judged = judgeCode(known, proof.code)
  const one = trx("cash_code").where({ producer_order_id: id })
  if (judged === "right") await one.update({ used_at: at })
  if (judged === "code_wrong") await one.increment("wrong", 1)
  return judged === "right" ? undefined : judged
}

/** The four digits of a part's buyer; made when they are first wanted, the same ever after. */
export async function cashCodeOf(db: Knex, partId: string): Promise<string> {
  await db("cash_code")
    .insert({ producer_order_id: partId, code: String(randomInt(10_000)).padStart(4, "0") })
    .onConflict("producer_order_id")
    .ignore()
  const row = await db("cash_code").where({ producer_order_id: partId }).first("code")
  return row.code
}

/** What was taken in cash for some parts, oldest first. */
export async function cashTakingsOf(db: Knex, partIds: string[]): Promise<CashTaking[]> {
  const rows = await db("cash_taking").whereIn("producer_order_id", partIds).orderBy("id")
  return rows.map((row) => CashTakingRow.parse(row))
}

export const CashReceiptRow = z.object({
  id: z.string(),
  producer_order_id: z.string(),
  file_key: z.string(),
  mime_type: z.string(),
  created_at: z.date(),
})
export type CashReceipt = z.infer<typeof CashReceiptRow>

/** Photos sent for some parts, newest first. */
export async function cashReceiptsOf(db: Knex, partIds: string[]): Promise<CashReceipt[]> {
  const rows = await db("cash_receipt").whereIn("producer_order_id", partIds).orderBy("created_at", "desc")
  return rows.map((row) => CashReceiptRow.parse(row))
}

export async function addCashReceipt(
  db: Knex,
  receipt: Omit<CashReceipt, "created_at"> & { sent_by: string },
): Promise<void> {
  await db("cash_receipt").insert(receipt)
}
