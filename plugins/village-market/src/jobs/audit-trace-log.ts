import type { MedusaContainer } from "@medusajs/framework/types"
import { auditTraceLogWorkflow } from "../workflows/audit-trace-log"

/** Every night the whole log is read anew. */
export default async function auditTraceLog(container: MedusaContainer) {
  await auditTraceLogWorkflow(container).run()
}

export const config = { name: "audit-trace-log", schedule: "10 3 * * *" }
