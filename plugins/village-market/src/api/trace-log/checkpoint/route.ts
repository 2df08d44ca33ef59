import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readLatestCheckpoint, signCheckpoint } from "../../../modules/traceability/log/checkpoints"
import { logKeyOf } from "../../../modules/traceability/log/log-key"
import { settingsOf } from "../../../settings"
import { fresh, text } from "../reply"

/** The log's last signed checkpoint with its cosignatures (C2SP tlog-checkpoint); the first is signed when asked for. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const key = logKeyOf(settingsOf(req.scope))
  const checkpoint = (await readLatestCheckpoint(pg)) ?? (key && (await signCheckpoint(pg, key)).checkpoint)
  fresh(res)
  if (checkpoint) text(res, 200, checkpoint.note)
  else text(res, 404, "This log is not signed: TRACE_LOG_KEY is not set\n")
}
