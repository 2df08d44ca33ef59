import { createHmac } from "node:crypto"

/**
 * A seller's name in the warehouse: keyed, so that nobody who holds the warehouse alone can tell who it is or try tax
 * codes. `key` is 32 bytes in hexadecimal and never enters the warehouse.
 */
export const pseudonymOf = (key: string, holding: string) =>
  createHmac("sha256", Buffer.from(key, "hex")).update(`warehouse:${holding}`).digest("hex").slice(0, 32)
