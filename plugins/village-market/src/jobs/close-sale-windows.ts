import type { MedusaContainer } from "@medusajs/framework/types"
import { pulse } from "../job-pulse"
import { countStockAgain } from "../workflows/set-sale-window"

/** A window closes by the clock; what hangs on it in Medusa follows within a minute. */
export default async function closeSaleWindows(container: MedusaContainer) {
  await countStockAgain(container)
}

export const config = { name: "close-sale-windows", schedule: pulse("* * * * *") }
