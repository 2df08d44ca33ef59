import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { COMMISSIONING } from "../diary/vocabulary"
import { appendEvents } from "../repository/append-events"
import { type ChangeKind, changeEvent } from "./change-event"
import { lotUri } from "./lot-address"
import { lotEvent, type Place, recordContext } from "./lot-event"
import { momentOf } from "./lot-time"
import type { RequestMark } from "./request-mark"

type Part = { lot: { id: string; code: string; unit: string }; quantity: number }
export type OutputLot = {
  id: string
  code: string
  title: string
  unit: string
  quantity: number
  made_on: string
  expires_on: string | null
}

export type ChangeToWrite = {
  kind: ChangeKind
  producer_id: string
  publicUrl: string
  place: Place
  happened_at: string
  inputs: Part[]
  outputs: OutputLot[]
  declared_yield: number | null
  unusual: boolean
  reason: string | null
  reason_text: string | null
  corrects_id?: string
  request?: RequestMark
}

/**
 * Writes a change that was weighed already: the row and its parts, the event of the change, and for each new lot the
 * event of its making, which names what it was made from.
 */
export async function writeChange(trx: Knex.Transaction, change: ChangeToWrite): Promise<string> {
  const now = new Date()
  const { publicUrl, producer_id, place, kind, inputs, outputs } = change
  const uri = (code: string) => lotUri(publicUrl, code)
  const happened_at = momentOf(change.happened_at, now)
  const of = { publicUrl, producer_id, place, happened_at }
  const lots = new Map([...inputs.map(({ lot }) => lot), ...outputs].map(({ code, id }) => [uri(code), id]))
  const madeFrom = inputs.map(({ lot }) => uri(lot.code))
  const [written] = await appendEvents(trx, [
    {
      ...{ producer_id, place, lots, context: recordContext(publicUrl) },
      event: changeEvent({
        ...of,
        kind,
        inputs: inputs.map(({ lot, quantity }) => ({ code: lot.code, unit: lot.unit, quantity })),
        outputs,
      }),
    },
    ...outputs.map((output) => makingOf(output, { ...of, place, lots, madeFrom })),
  ])
  if (!written) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A change was not written")
  const id = generateEntityId(undefined, "lch")
  await trx("lot_change").insert({
    ...{ id, producer_id, kind, happened_at: change.happened_at, epcis_event_id: written.id },
    ...{ declared_yield: change.declared_yield, unusual: change.unusual },
    ...{ reason: change.reason, reason_text: change.reason_text, corrects_id: change.corrects_id ?? null },
    ...{ request_key: change.request?.key ?? null, request_hash: change.request?.hash ?? null },
  })
  await trx("lot_change_part").insert([
    ...inputs.map(({ lot, quantity }) => part(id, "input", lot, quantity)),
    ...outputs.map((output) => part(id, "output", output, output.quantity)),
  ])
  return id
}

const part = (change_id: string, side: "input" | "output", lot: { id: string; unit: string }, quantity: number) => ({
  ...{ id: generateEntityId(undefined, "lcp"), change_id, side, lot_id: lot.id, quantity, unit: lot.unit },
})

type Making = {
  publicUrl: string
  producer_id: string
  place: Place
  happened_at: string
  lots: ReadonlyMap<string, string>
  madeFrom: string[]
}

/** The event of a lot's making that opens its diary. */
export const makingOf = (output: OutputLot, { lots, madeFrom, ...of }: Making) => ({
  ...{ producer_id: of.producer_id, place: of.place, lots, lot_id: output.id, step: COMMISSIONING.id },
  context: recordContext(of.publicUrl),
  event: lotEvent({ ...of, madeFrom, code: output.code, word: COMMISSIONING, lot: output }),
})
