import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type RequestMark, sameRequest } from "../lots/request-mark"

/** What was answered to a request, or would have been had the reply arrived. */
export type RecordedStep = { id: string; photo: boolean; known: boolean }

/**
 * The step that was recorded under the key of this request, whatever has changed since: a word hidden, a shop closed.
 * Throws CONFLICT when the key was used for something else.
 */
export async function knownStep(
  pg: Knex,
  { producer_id, lot_id, request }: { producer_id: string; lot_id: string; request?: RequestMark },
): Promise<RecordedStep | undefined> {
  if (!request) return undefined
  const { rows } = await pg.raw<{ rows: { id: string; request_hash: string | null; photo: boolean }[] }>(
    `select e.id, e.request_hash, exists (select from diary_photo p where p.of_event_row_id = e.id) as photo
     from epcis_event e where e.producer_id = ? and e.lot_id = ? and e.request_key = ?`,
    [producer_id, lot_id, request.key],
  )
  const [known] = rows
  if (!known) return undefined
  sameRequest(known.request_hash, request)
  return { id: known.id, photo: known.photo, known: true }
}
