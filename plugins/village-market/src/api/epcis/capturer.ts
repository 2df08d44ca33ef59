import { problem } from "../../modules/traceability/epcis/problem"
import type { Capturer } from "../../modules/traceability/repository/capture-events"
import { makerOfLots } from "../../workflows/steps/maker-of-lots"
import type { EpcisRequest } from "./front"

/** Who captures, with the place and address that its records need; only a producer whose shop is open, else a MedusaError. */
export async function capturerOf(req: EpcisRequest): Promise<Capturer> {
  const producer_id = req.capturer?.producer_id ?? ""
  return { producer_id, ...(await makerOfLots(req.scope, producer_id)) }
}

/** The behaviour asked for; EPCIS 2.0 says `rollback` where nothing is. */
export function behaviourOf(req: EpcisRequest) {
  const asked = req.headers["gs1-capture-error-behaviour"] ?? "rollback"
  return asked === "rollback" || asked === "proceed"
    ? asked
    : problem("ValidationException", { detail: "GS1-Capture-Error-Behaviour is rollback or proceed." })
}
