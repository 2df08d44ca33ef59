import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { UNDO_MS } from "../../../modules/traceability/diary/take-back"
import type { LotRecord } from "../../../modules/traceability/lots/lot-event"
import type { Saved } from "../../../web/diary/saved-notice"
import type { ProducerRequest } from "../../actors"

/** What the address says was just done: `?saved=` a step's id, `photo` or `undone`. Only what is the producer's own is told. */
export async function readSaved(req: ProducerRequest): Promise<Saved | undefined> {
  const { saved } = req.query
  if (saved === "photo" || saved === "undone") return { what: saved }
  if (typeof saved !== "string") return undefined
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await pg.raw<{
    rows: { id: string; lot_id: string; record: LotRecord; created_at: Date; declared: boolean }[]
  }>(
    `select e.id, e.lot_id, e.record, e.created_at, exists (select from lot_correction c where c.event_row_id = e.id) as declared
     from epcis_event e where e.id = ? and e.producer_id = ? and e.version = 0 and e.lot_id is not null`,
    [saved, req.producer.id],
  )
  const [step] = rows
  if (!step || step.declared) return undefined
  const { id, lot_id, record } = step
  return { what: "step", id, lot_id, record, undo: Date.now() - step.created_at.getTime() < UNDO_MS }
}
