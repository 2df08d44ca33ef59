import type { OrderRole } from "./producer-order-status"

/** Who moves a part, as its audit trail names them. */
export type OrderActor = { role: OrderRole; id: string; name?: string | null }

export const SYSTEM: OrderActor = { role: "system", id: "shop" }
