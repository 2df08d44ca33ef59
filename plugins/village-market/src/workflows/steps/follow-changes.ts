import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { wakeNotices } from "../../notices/send-notices"
import { wakeRefunds } from "../../payments/carry-out-refunds"
import { followChanges } from "../trade/follow-changes"

/**
 * Lets Medusa's order and stock follow a change that is committed. A failure here does not undo the change, and is no
 * failure of the request: the job `finish-producer-orders` follows it later. What it owes to the buyer is sent back.
 */
export const followChangesStep = createStep(
  "follow-changes",
  async ({ order_id }: { order_id: string }, { container }) => {
    wakeNotices(container)
    try {
      await followChanges(container, order_id)
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).warn(`order ${order_id} is to be followed later: ${error}`)
    }
    wakeRefunds(container)
    return new StepResponse()
  },
)
