import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { syncProductStatusStep } from "./steps/sync-product-status"

export const SyncProducerProductsInput = z.object({ producer_id: z.string() })
export type SyncProducerProductsInput = z.infer<typeof SyncProducerProductsInput>

/** Puts a producer's products on the market or takes them off, after its registration was decided on. Safe to repeat. */
export const syncProducerProductsWorkflow = createWorkflow(
  "sync-producer-products",
  (input: SyncProducerProductsInput) => new WorkflowResponse(syncProductStatusStep(input)),
)
