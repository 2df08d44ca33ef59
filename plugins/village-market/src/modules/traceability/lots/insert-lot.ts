import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { newLotCode } from "./lot-code"
import { type RequestMark, sameRequest } from "./request-mark"

/** What a lot is. `unit` is the listing's, or one of `RAW_UNITS` where it has no listing. */
export type LotFields = {
  producer_id: string
  listing_id: string | null
  title: string
  unit: string
  quantity: number
  made_on: string
  expires_on: string | null
}

/** Forty random bits collide once in a million lots or so; then the next throw will do. */
const THROWS = 5

/** A lot under a new code; `known` when the same request made it before. A key that asks for something else now is a CONFLICT. */
export async function insertLot(
  trx: Knex.Transaction,
  fields: LotFields,
  request?: RequestMark,
): Promise<{ id: string; code: string; known: boolean }> {
  const { producer_id } = fields
  for (let n = 0; n < THROWS; n++) {
    const row = { id: generateEntityId(undefined, "lot"), code: newLotCode() }
    const made = await trx("lot")
      .insert({ ...row, ...fields, request_key: request?.key ?? null, request_hash: request?.hash ?? null })
      .onConflict()
      .ignore()
      .returning("id")
    if (made.length > 0) return { ...row, known: false }
    const [before] = request ? await trx("lot").where({ producer_id, request_key: request.key }) : []
    if (request && before) {
      sameRequest(before.request_hash, request)
      return { id: before.id, code: before.code, known: true }
    }
  }
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "No free code was found for a lot")
}
