import type { MedusaResponse } from "@medusajs/framework/http"
import { CAPTURE_LIMITS } from "../../modules/traceability/epcis/guard"
import { ERROR_BEHAVIOURS } from "../../modules/traceability/repository/capture-job"

/** What every answer says of itself (EPCIS 2.0 REST binding): the versions spoken, and that identifiers stay as captured. */
const SPOKEN = {
  "GS1-EPCIS-Version": "2.0.0",
  "GS1-EPCIS-Min": "2.0.0",
  "GS1-EPCIS-Max": "2.0.0",
  "GS1-CBV-Version": "2.0.0",
  "GS1-CBV-Min": "2.0.0",
  "GS1-CBV-Max": "2.0.0",
  "GS1-EPC-Format": "Never_Translates",
  "GS1-CBV-XML-Format": "Never_Translates",
}

/** How much may be captured at once, in events and bytes. */
export const LIMITS = {
  "GS1-EPCIS-Capture-Limit": String(CAPTURE_LIMITS.events),
  "GS1-EPCIS-Capture-File-Size-Limit": String(CAPTURE_LIMITS.bytes),
}

export function tellVersions(res: MedusaResponse) {
  res.set(SPOKEN)
  // Events are for their owner and the authorities; no cache between may keep them.
  res.set("cache-control", "no-store")
}

/** The answer to OPTIONS: what can be done here and how much of it. */
export function tellAbilities(res: MedusaResponse, methods: string[]) {
  res.set("allow", [...methods, "OPTIONS"].join(", "))
  res.set("accept", "application/json, application/ld+json")
  if (methods.includes("POST")) res.set({ ...LIMITS, "GS1-Capture-Error-Behaviour": ERROR_BEHAVIOURS.join(", ") })
  res.status(204).end()
}
