import { createHmac, timingSafeEqual } from "node:crypto"
import type { StripeSettings } from "./settings"

type Key = Pick<StripeSettings, "linkKey">

const sealOf = ({ linkKey }: Key, txnRef: string) =>
  createHmac("sha256", Buffer.from(linkKey, "hex")).update(`stripe-return:${txnRef}`).digest("base64url").slice(0, 27)

/** The query of the address by which a buyer comes back; the reference alone (it stands on papers) opens nothing. */
export const returnQuery = (settings: Key, txnRef: string) => `ref=${txnRef}&seal=${sealOf(settings, txnRef)}`

/** The reference a returning buyer names, if this shop has sealed it. */
export function readReturn(settings: Key, query: Record<string, unknown>): string | undefined {
  const { ref, seal } = query
  if (typeof ref !== "string" || typeof seal !== "string") return undefined
  const right = Buffer.from(sealOf(settings, ref))
  const given = Buffer.from(seal)
  return right.length === given.length && timingSafeEqual(right, given) ? ref : undefined
}
