import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { auditLog } from "../modules/traceability/log/audit-log"

/** Reads the whole log anew and tells what is not as it was written; it mends nothing, for a log is not mended. */
const auditTraceLogStep = createStep("audit-trace-log", async (_: undefined, { container }) => {
  const audit = await auditLog(container.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  const [first] = audit.findings
  if (first) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The log of lots has ${audit.findings.length} faults, the first: ${JSON.stringify(first)}`)
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      ...{ to: "", channel: "feed", template: "admin-ui" },
      idempotency_key: `trace-log-audit:${first.what}:${first.line}:${audit.findings.length}`,
      data: {
        title: `Sổ ghi lô hàng: ${audit.findings.length} chỗ không còn như lúc ghi`,
        description: audit.findings
          .slice(0, 10)
          .map(({ what, line, detail }) => `${what} ${line}: ${detail}`)
          .join("\n"),
      },
    })
  }
  return new StepResponse(audit)
})

/** `findings` is empty when every record, entry, leaf, tile and checkpoint agrees. */
export const auditTraceLogWorkflow = createWorkflow("audit-trace-log", () => new WorkflowResponse(auditTraceLogStep()))
