import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../../../../../demo/stripe/answer"
import { retrieveSession } from "../../../../../../../demo/stripe/calls"

/** Demo mode only: Stripe's Checkout, played by the stand-in. */
export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  answer(req, res, (account, params) => retrieveSession(account, String(req.params.id), params))
