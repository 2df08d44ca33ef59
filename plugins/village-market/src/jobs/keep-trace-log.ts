import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { keepTraceLogWorkflow } from "../workflows/keep-trace-log"

/** Every ten minutes: sign what was recorded, keep a copy, ask the witness. */
export default async function keepTraceLog(container: MedusaContainer) {
  await keepTraceLogWorkflow(container).run()
}

export const config = { name: "keep-trace-log", schedule: pulse("15 */10 * * * *") }
