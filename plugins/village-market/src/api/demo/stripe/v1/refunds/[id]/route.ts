import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../../../../demo/stripe/answer"
import { retrieveRefund } from "../../../../../../demo/stripe/calls"

/** Demo mode only: Stripe's refunds, played by the stand-in. */
export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  answer(req, res, () => retrieveRefund(String(req.params.id)))
