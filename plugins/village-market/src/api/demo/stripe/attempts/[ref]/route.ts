import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { accountOf } from "../../../../../demo/stripe/account"
import { sessionsOf } from "../../../../../demo/stripe/book"
import { bookOf, decideRefund } from "../../../../../demo/stripe/calls"
import { tell } from "../../../../../demo/stripe/events"
import { COMMANDS, FAULTS, plan } from "../../../../../demo/stripe/faults"
import { disputeObject } from "../../../../../demo/stripe/objects"
import { readBody } from "../../../../read-body"

const Order = z.union([
  z.strictObject({
    command: z.enum(COMMANDS),
    fault: z.enum(FAULTS),
    times: z.number().int().min(0).max(100).default(1),
  }),
  z.strictObject({ refund: z.string(), becomes: z.enum(["succeeded", "failed"]) }),
  z.strictObject({ dispute: z.literal(true) }),
])

/** Demo mode only: what the stand-in has taken and given back under one reference, in whole đồng. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  accountOf(req)
  res.json({ sessions: bookOf(String(req.params.ref)) })
}

/** Demo mode only: what the stand-in shall do wrong next, what a bank decides later, or a dispute. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const account = accountOf(req)
  const ref = String(req.params.ref)
  const order = readBody(Order, req.body)
  if ("command" in order) plan(ref, order.command, order.fault, order.times)
  else if ("refund" in order) {
    if (!decideRefund(account, order.refund, order.becomes)) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such refund")
    }
  } else {
    for (const session of sessionsOf(ref)) tell(account, ref, "charge.dispute.created", disputeObject(session))
  }
  res.json({ done: true })
}
