import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GATEWAY } from "../../../../modules/gateway"
import { ALARM_KINDS } from "../../../../modules/gateway/alarms"
import { settingsOf } from "../../../../settings"

/** What has waited too long and is not solved, and how much of each kind. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const alarms = await req.scope.resolve(GATEWAY).reconciliation.openAlarms()
  const of = (kind: string) => alarms.filter((alarm) => alarm.kind === kind).length
  res.json({
    alarms,
    by_kind: Object.fromEntries(ALARM_KINDS.map((kind) => [kind, of(kind)])),
    hours: settingsOf(req.scope).reconcile.alarmHours,
  })
}
