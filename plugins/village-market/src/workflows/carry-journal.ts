import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { z } from "@medusajs/framework/zod"
import { STATISTICS } from "../modules/statistics"
import { pseudonymOf } from "../modules/statistics/pseudonym"
import type { PublishedEvent } from "../modules/statistics/service"
import { TRADE } from "../modules/trade"
import type { SaleEventRow } from "../modules/trade/journal-batches"
import { settingsOf } from "../settings"

/**
 * Number a batch in the shop, take it in at the warehouse, acknowledge it in the shop: three commits in two databases.
 * Broken off anywhere, the next run sends the same numbers again and the warehouse skips those it knows.
 */
const carryJournalStep = createStep("carry-journal", async (_: Record<string, never>, { container }) => {
  const trade = container.resolve(TRADE)
  const statistics = container.resolve(STATISTICS)
  const { holdingKey } = settingsOf(container)
  const carried = await container.resolve(Modules.LOCKING).execute(
    "carry-journal",
    async () => {
      let events = 0
      let more: boolean
      do {
        const numbered = await trade.numberBatch()
        const batches = await trade.openBatches()
        // A warehouse that was away for hours has more batches to come than one reading holds.
        more = numbered > 0 || batches.length > 0
        for (const batch of batches) {
          await statistics.load(
            batch.number,
            batch.events.map((event) => published(holdingKey, event)),
          )
          await trade.acknowledgeBatch(batch.number)
          events += batch.events.length
        }
      } while (more)
      return events
    },
    { timeout: 60 },
  )
  if (carried > 0)
    container.resolve(ContainerRegistrationKeys.LOGGER).info(`${carried} journal rows carried to the warehouse`)
  return new StepResponse({ events: carried })
})

function published(key: string, event: z.infer<typeof SaleEventRow>): PublishedEvent {
  const { id, booked_day, booked_month, holding, village_id, ...rest } = event
  return {
    ...rest,
    event_id: id,
    day: booked_day,
    month: booked_month,
    holding: pseudonymOf(key, holding),
    village_id: village_id ?? "",
  }
}

/** Carries what is new in the sales journal to the statistics warehouse, each row once. */
export const carryJournalWorkflow = createWorkflow("carry-journal", () => {
  return new WorkflowResponse(carryJournalStep({}))
})
