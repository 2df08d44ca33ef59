import { MedusaError } from "@medusajs/framework/utils"
import type { Refused } from "../../../../../../web/orders/order-page"
import { buyerOrder } from "../../../../../../web/text/buyer-order"
import { REFUSALS } from "../../../../../../workflows/trade/refuse-move"

/** Why a move was refused, as `refuseMove` says it; nothing for any other error. A workflow keeps the code. */
export function whyRefused(error: unknown): Refused | undefined {
  if (!MedusaError.isMedusaError(error)) return undefined
  const known = Object.keys(buyerOrder.vi.refused) as Refused[]
  return known.find((why) => why === error.code || REFUSALS[why] === error.message)
}
