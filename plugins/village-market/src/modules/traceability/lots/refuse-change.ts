import { MedusaError } from "@medusajs/framework/utils"
import { lotChanges } from "../../../web/text/lot-changes"
import type { PlannedChange } from "./plan-change"

/** Why a change is not written, as an answer to a request (400). */
export function refuseChange(plan: Extract<PlannedChange, { ok: false }>): MedusaError {
  const words = lotChanges.vi.refused
  const message =
    "balance" in plan
      ? `${words[plan.why]} ${lotChanges.vi.atMost(plan.balance.most, plan.balance.output_unit)}`
      : words[plan.why]
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
