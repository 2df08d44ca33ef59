import type { Shop, ShopOptions } from "./shop-server.mjs"
import { variable } from "./variable"

export type { Shop, ShopOptions }

/** A further shop beside the shared one, on its own copy of the seeded databases. Whoever starts it stops it. */
export async function startShop(options: ShopOptions = {}): Promise<Shop> {
  const harness = await import("./shop-server.mjs")
  return harness.startShop(JSON.parse(variable("TEST_TEMPLATE")), options)
}
