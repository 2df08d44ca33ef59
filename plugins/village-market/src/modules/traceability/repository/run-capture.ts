import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { invalidDocument, type Problem } from "../epcis/problem"
import { type Capture, checkEvent } from "../epcis/read-capture"
import { type Captured, type Capturer, captureEvents } from "./capture-events"
import type { ErrorBehaviour } from "./capture-job"
import { asEvent, type EpcisEvent } from "./epcis-event"
import { withContext } from "./event-context"

/** Findings that are told of one event of a document; more would only repeat them. */
const FINDINGS = 5

type Order = { capture: Capture; body: Buffer; behaviour: ErrorBehaviour; now: Date }

/**
 * Captures a document: its events and the job that tells what became of them, in one transaction. `rollback` stores all or
 * none, `proceed` the good ones; either way the job lists what was refused and why. The same document again, once all of
 * it is stored, is the same job.
 */
export async function runCapture(pg: Knex, capturer: Capturer, order: Order): Promise<{ id: string }> {
  const id = generateEntityId(undefined, "cap")
  const { good, refused } = judge(order)
  const hash = createHash("sha256").update(order.body).digest("hex")
  return pg.transaction(async (trx) => {
    const known = await trx("epcis_capture")
      .where({ producer_id: capturer.producer_id, document_hash: hash, success: true, running: false })
      .first("id")
    if (known) return { id: known.id }
    const allOrNothing = order.behaviour === "rollback"
    const nothing = allOrNothing && refused.length > 0
    const captured = nothing
      ? []
      : await captureEvents(
          trx,
          capturer,
          good.map(({ event }) => event),
          { capture_id: id, allOrNothing },
        )
    const errors = [...refused, ...captured.flatMap((one, n) => refusal(one, good[n]?.at))].sort((a, b) => a.at - b.at)
    const [job] = await trx("epcis_capture")
      .insert({
        id,
        producer_id: capturer.producer_id,
        document_hash: hash,
        error_behaviour: order.behaviour,
        running: false,
        success: errors.length === 0,
        errors: JSON.stringify(errors.map(({ problem }) => problem)),
        created_at: order.now,
        finished_at: new Date(),
      })
      // Two who send the same document at once: the second waited, stored nothing, and gets the first one's job.
      .onConflict()
      .ignore()
      .returning("id")
    if (job) return { id }
    const first = await trx("epcis_capture")
      .where({ producer_id: capturer.producer_id, document_hash: hash, success: true })
      .first("id")
    return { id: first?.id ?? id }
  })
}

type Refused = { at: number; problem: Problem }

function judge({ capture, now }: Order) {
  const good: { at: number; event: EpcisEvent }[] = []
  const refused: Refused[] = []
  capture.events.forEach((event, at) => {
    const checked = checkEvent(event, now, [...capture.path, at])
    if ("event" in checked) good.push({ at, event: asEvent(withContext(checked.event, capture.context)) })
    else
      refused.push({
        at,
        problem: { ...invalidDocument(checked.findings.slice(0, FINDINGS)), instance: pointer(at, capture) },
      })
  })
  return { good, refused }
}

const refusal = (one: Captured, at = 0): Refused[] =>
  one.outcome === "refused" ? [{ at, problem: { ...one.problem, instance: one.event_id } }] : []

const pointer = (at: number, { path }: Capture) => `#/${[...path, at].join("/")}`
