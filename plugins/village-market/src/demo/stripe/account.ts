import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { settingsOf } from "../../settings"
import { openBook } from "./book"

/** The shop's account at the stand-in: its key, the secret its events are signed with, and where both sides listen. */
export type Account = {
  secretKey: string
  webhookSecret: string
  /** The shop's address for events, as this request found it: the public one need not be reachable from here. */
  hook: string
  /** Where the payment page of a session is. */
  pageOf: (id: string) => string
}

/** There is no stand-in in earnest, nor where a demonstration pays at Stripe's own test mode. */
export function accountOf(req: MedusaRequest): Account {
  const { demo, stripe, publicUrl, localDir } = settingsOf(req.scope)
  const [webhookSecret] = stripe?.webhookSecrets ?? []
  if (!demo || !stripe || !webhookSecret || !stripe.apiUrl?.endsWith("/demo/stripe")) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "No stand-in here")
  }
  openBook(localDir)
  const { localAddress = "127.0.0.1", localPort } = req.socket
  const host = localAddress.includes(":") ? `[${localAddress}]` : localAddress
  return {
    secretKey: stripe.secretKey,
    webhookSecret,
    hook: `http://${host}:${localPort}/hooks/stripe`,
    pageOf: (id) => `${publicUrl}/demo/stripe/pay/${id}`,
  }
}
