import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../../../../../../demo/stripe/answer"
import { expireSession } from "../../../../../../../../demo/stripe/calls"

/** Demo mode only: Stripe's Checkout, played by the stand-in. */
export const POST = (req: MedusaRequest, res: MedusaResponse) =>
  answer(req, res, (account) => expireSession(account, String(req.params.id)))
