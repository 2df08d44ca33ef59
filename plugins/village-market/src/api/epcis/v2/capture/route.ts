import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readCapture } from "../../../../modules/traceability/epcis/read-capture"
import { listJobs } from "../../../../modules/traceability/repository/capture-job"
import { runCapture } from "../../../../modules/traceability/repository/run-capture"
import { answer, refuse } from "../../answer"
import { behaviourOf, capturerOf } from "../../capturer"
import type { EpcisRequest } from "../../front"
import { readListQuery, turnPage } from "../../pages"
import { readBody } from "../../read-body"

/** Captures a document. What is wrong with single events stands in the job; what is wrong with the document is answered at once. */
export const POST = async (req: EpcisRequest, res: MedusaResponse) => {
  const body = await readBody(req)
  if (!Buffer.isBuffer(body)) return refuse(res, body)
  const behaviour = behaviourOf(req)
  if (typeof behaviour !== "string") return refuse(res, behaviour)
  const capturer = await capturerOf(req)
  const capture = readCapture(body)
  if ("status" in capture) return refuse(res, capture)
  // No workflow: it would copy the document several times, and there is nothing to undo beside this one transaction.
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { id } = await runCapture(pg, capturer, { capture, body, behaviour, now: new Date() })
  res.status(202).set("location", `/epcis/v2/capture/${id}`).set("GS1-Capture-Error-Behaviour", behaviour).end()
}

/** The producer's own jobs, the latest first. */
export const GET = async (req: EpcisRequest, res: MedusaResponse) => {
  const list = readListQuery(req)
  if ("status" in list) return refuse(res, list)
  if (!req.capturer) return answer(req, res, [])
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const jobs = await listJobs(pg, req.capturer.producer_id, list.perPage, list.after)
  const page = jobs.slice(0, list.perPage)
  if (jobs.length > page.length) turnPage(req, res, { after: page.at(-1)?.captureID ?? "" })
  answer(req, res, page)
}
