import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { giveBack } from "./give-back"

/** Nothing is sold this way yet, so such money can only go back. */
export const settleStall = (container: MedusaContainer, attempt: PaymentAttempt) =>
  giveBack(container, attempt, "order_failed")
