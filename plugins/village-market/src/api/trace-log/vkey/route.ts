import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { logKeyOf, witnessOf } from "../../../modules/traceability/log/log-key"
import { settingsOf } from "../../../settings"
import { fresh, text } from "../reply"

/** The vkeys (C2SP signed-note) by which checkpoints are verified, one a line: the log's own, then the witness's. */
export const GET = (req: MedusaRequest, res: MedusaResponse) => {
  const settings = settingsOf(req.scope)
  const key = logKeyOf(settings)
  fresh(res)
  const vkeys = [key?.vkey, witnessOf(settings)?.vkey].filter((vkey) => vkey !== undefined)
  if (key) text(res, 200, vkeys.map((vkey) => `${vkey}\n`).join(""))
  else text(res, 404, "This log is not signed: TRACE_LOG_KEY is not set\n")
}
