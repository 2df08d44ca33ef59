import { randomBytes } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import axios from "axios"
import type { Account } from "./account"
import { now } from "./book"
import { nextFault } from "./faults"
import { signEvent } from "./sign-event"

const CALLS = 10
/** Stripe waits longer and longer between its calls; nobody trying the shop out would. */
const PAUSE_MS = 5000
const LATE_MS = 6000

/** Tells the shop of something, not waited for: Stripe's events and the payer's browser arrive in any order. */
export function tell(account: Account, ref: string, type: string, object: object): void {
  const fault = nextFault(ref, "event")
  if (fault === "lost") return
  const event = {
    ...{ id: `evt_${randomBytes(12).toString("hex")}`, object: "event", api_version: "2026-10-28.endive" },
    ...{ created: now(), livemode: false, pending_webhooks: 1, request: null, type, data: { object } },
  }
  const payload = JSON.stringify(event)
  for (let copies = fault === "twice" ? 2 : 1; copies > 0; copies--) {
    void deliver(account, payload, fault === "late" ? LATE_MS : 0)
  }
}

/** Calls the shop's address for events until it answers 2xx, ten times at most; each call is signed anew. */
async function deliver({ hook, webhookSecret }: Account, payload: string, wait: number): Promise<void> {
  // Does not keep the process alive: a shop that ends takes its stand-in along.
  await pause(wait, undefined, { ref: false })
  for (let call = 1; call <= CALLS; call++) {
    const signature = signEvent(payload, webhookSecret)
    const headers = { "content-type": "application/json", "stripe-signature": signature }
    const answer = await axios
      .post(hook, payload, { headers, timeout: 15_000, maxRedirects: 0, proxy: false, transformRequest: [] })
      .catch(() => undefined)
    if (answer) return
    await pause(PAUSE_MS, undefined, { ref: false })
  }
}
