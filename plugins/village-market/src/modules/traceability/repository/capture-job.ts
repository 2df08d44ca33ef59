import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Problem } from "../epcis/problem"

export const ERROR_BEHAVIOURS = ["rollback", "proceed"] as const
export type ErrorBehaviour = (typeof ERROR_BEHAVIOURS)[number]

/** A capture job as EPCIS 2.0 describes it (REST binding, `GET /capture/{captureID}`). */
export type CaptureJob = {
  captureID: string
  createdAt: Date
  finishedAt: Date | null
  running: boolean
  success: boolean
  captureErrorBehaviour: ErrorBehaviour
  errors: Problem[]
}

const JOB = `id as "captureID", created_at as "createdAt", finished_at as "finishedAt", running, success,
  error_behaviour as "captureErrorBehaviour", errors`

/** A job of this producer, or undefined when it is another's or none. */
export async function readJob(pg: Knex, producer_id: string, id: string): Promise<CaptureJob | undefined> {
  const { rows } = await pg.raw<{ rows: CaptureJob[] }>(
    `select ${JOB} from epcis_capture where id = ? and producer_id = ?`,
    [id, producer_id],
  )
  return rows[0]
}

/** A producer's jobs, the latest first, after the one named. One more than `limit` tells that there are more. */
export async function listJobs(pg: Knex, producer_id: string, limit: number, after?: string): Promise<CaptureJob[]> {
  const { rows } = await pg.raw<{ rows: CaptureJob[] }>(
    `select ${JOB} from epcis_capture where producer_id = ?
     and (?::text is null or (created_at, id) < (select created_at, id from epcis_capture where id = ? and producer_id = ?))
     order by created_at desc, id desc limit ?`,
    [producer_id, after ?? null, after ?? null, producer_id, limit + 1],
  )
  return rows
}
