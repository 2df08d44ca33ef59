import Stripe from "stripe"
import type { StripeSettings } from "./settings"

/** The version whose fields this code reads; a newer one at the account changes nothing here. */
const API_VERSION = "2026-10-28.endive"
/** Every POST carries our own idempotency key, so a repeated call is the same call. */
const RETRIES = 1

const clients = new WeakMap<StripeSettings, Stripe>()

/** Stripe's interface for this account: version pinned, no telemetry, at its own address or a stand-in's. */
export function stripeClient(settings: StripeSettings): Stripe {
  const known = clients.get(settings)
  if (known) return known
  const client = new Stripe(settings.secretKey, {
    apiVersion: API_VERSION,
    timeout: settings.apiTimeoutMs,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    ...(settings.apiUrl ? elsewhere(new URL(settings.apiUrl)) : {}),
  })
  clients.set(settings, client)
  return client
}

/** Host, port and protocol are the package's own options; a path before `/v1` is not. */
function elsewhere({ protocol, hostname, port, pathname }: URL): Stripe.StripeConfig {
  const plain = protocol === "http:"
  const before = pathname.replace(/\/$/, "")
  const http = Stripe.createNodeHttpClient()
  const send = http.makeRequest.bind(http)
  http.makeRequest = (host, at, path, ...rest) => send(host, at, `${before}${path}`, ...rest)
  return { host: hostname, port: port || (plain ? 80 : 443), protocol: plain ? "http" : "https", httpClient: http }
}
