import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { carryJournalWorkflow } from "../workflows/carry-journal"

export default async function carryJournal(container: MedusaContainer) {
  await carryJournalWorkflow(container).run({ input: {} })
}

export const config = { name: "carry-journal", schedule: pulse("* * * * *") }
