import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { asRefusal } from "../../modules/catalogue/refusals"
import { placeProducerOrdersWorkflow } from "../place-producer-orders"

/**
 * Completes a basket by Medusa's own workflow, under a lock that also holds where the engine's step locks do not
 * (facts medusa-orders §2), and places its parts when money or a cash promise stands. Repeats return the same order.
 */
export async function completeBasket(container: MedusaContainer, cartId: string): Promise<{ order_id: string }> {
  const { result, errors } = await container
    .resolve(Modules.LOCKING)
    .execute(
      `complete:${cartId}`,
      () => completeCartWorkflow(container).run({ input: { id: cartId }, throwOnError: false }),
      { timeout: 60 },
    )
  const [failure] = errors
  if (failure) throw asRefusal(failure.error)
  await placeProducerOrdersWorkflow(container).run({ input: { order_id: result.id } })
  return { order_id: result.id }
}
