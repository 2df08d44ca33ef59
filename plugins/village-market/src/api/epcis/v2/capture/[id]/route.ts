import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { problem } from "../../../../../modules/traceability/epcis/problem"
import { readJob } from "../../../../../modules/traceability/repository/capture-job"
import { answer, refuse } from "../../../answer"
import type { EpcisRequest } from "../../../front"

/** A job of the producer: running, success, and what was refused. */
export const GET = async (req: EpcisRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const job = req.capturer && (await readJob(pg, req.capturer.producer_id, String(req.params.id)))
  if (!job) return refuse(res, problem("NoSuchResourceException"))
  answer(req, res, job)
}
