import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Place } from "../lots/lot-event"
import { appendEvents } from "../repository/append-events"
import type { StoredEvent } from "../repository/epcis-event"
import { COMMISSIONING, PHOTO_LATER } from "./vocabulary"

/** So long a slip of the finger can be taken back from the diary; later it is corrected on the lot's page, with a reason. */
export const UNDO_MS = 15 * 60_000

export type TakenBack = { ok: true; step: string; known: boolean } | { ok: false; why: "too_late" }

/**
 * Declares that a step did not occur: EPCIS 2.0 §7.4.1.4, the same event once more under its id with an error
 * declaration. The step itself stays in the log. Declared twice it is declared once; another's step is not found.
 */
export const takeBack = (
  pg: Knex,
  of: { producer_id: string; lot_id: string; event_row_id: string; place: Place },
): Promise<TakenBack> =>
  pg.transaction(async (trx) => {
    const { producer_id, lot_id, event_row_id, place } = of
    const { rows } = await trx.raw<{ rows: { step: string; event: StoredEvent; recorded_at: Date }[] }>(
      `select e.step, e.event, e.created_at as recorded_at from epcis_event e join lot on lot.id = e.lot_id
       where e.id = ? and e.producer_id = ? and e.lot_id = ? and e.version = 0 and e.step <> all (?::text[])
       for update of lot`,
      [event_row_id, producer_id, lot_id, [COMMISSIONING.id, PHOTO_LATER.id]],
    )
    const [row] = rows
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có việc này trong nhật ký")
    const [before] = await trx("lot_correction").where({ event_row_id }).select("id")
    if (before) return { ok: true, step: row.step, known: true }
    if (Date.now() - row.recorded_at.getTime() > UNDO_MS) return { ok: false, why: "too_late" }
    const { recordTime: _, ...event } = row.event
    const [declared] = await appendEvents(trx, [
      {
        ...{ producer_id, lot_id, place, step: row.step, version: 1 },
        event: {
          ...event,
          errorDeclaration: { declarationTime: new Date().toISOString(), reason: "did_not_occur" },
        },
      },
    ])
    if (!declared) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "An error declaration was not stored")
    await trx("lot_correction").insert({
      id: generateEntityId(undefined, "lco"),
      ...{ producer_id, lot_id, event_row_id },
      ...{ target: "step", declaration_row_id: declared.id, reason: "did_not_occur" },
    })
    return { ok: true, step: row.step, known: false }
  })
