import { setTimeout as pause } from "node:timers/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type Account, accountOf } from "./account"
import { replyTo, write } from "./book"
import { type Answer, type Call, type Params, refusal } from "./calls"
import { type Fault, nextFault } from "./faults"

const SLOW_MS = 1000
/** Later than a demonstration waits. */
const LATE_MS = 5000

/** Answers one call of Stripe's interface: the key, the idempotency rules, and what it has been told to do wrong. */
export async function answer(
  req: MedusaRequest,
  res: MedusaResponse,
  callOf: (account: Account, params: Params) => Call,
): Promise<void> {
  const account = accountOf(req)
  if (req.headers.authorization !== `Bearer ${account.secretKey}`) {
    send(res, refusal("Invalid API Key provided", undefined, 401))
    return
  }
  const params = (req.method === "GET" ? req.query : req.body) as Params
  const call = callOf(account, params ?? {})
  const fault = nextFault(call.ref, call.command)
  if (fault === "cut_before") {
    req.socket.destroy()
    return
  }
  const said = req.method === "POST" ? once(req, call, params, fault) : faulty(call, fault)
  if (fault === "slow" || fault === "late") await pause(fault === "slow" ? SLOW_MS : LATE_MS)
  if (fault === "cut") req.socket.destroy()
  else send(res, said)
}

/** Stripe's rule: a key repeated with the same request is answered as the first time, with another it is refused. */
function once(req: MedusaRequest, call: Call, params: unknown, fault?: Fault): Answer {
  const key = req.headers["idempotency-key"]
  if (typeof key !== "string") return faulty(call, fault)
  const asked = `${req.path} ${JSON.stringify(params)}`
  const known = replyTo(key)
  if (known && known.asked !== asked) {
    const error = { type: "idempotency_error", message: "Keys can only be used with the same parameters" }
    return { status: 400, body: { error } }
  }
  if (known) return { status: known.status, body: known.body as object }
  const said = faulty(call, fault)
  write({ reply: { key, asked, ...said } })
  return said
}

function faulty(call: Call, fault?: Fault): Answer {
  return fault === "500" ? { status: 500, body: { error: { type: "api_error", message: "500" } } } : call.run(fault)
}

function send(res: MedusaResponse, { status, body }: Answer) {
  // A 500 is kept for its key, so Stripe asks not to try again.
  if (status >= 500) res.setHeader("stripe-should-retry", "false")
  res.status(status).json(body)
}
