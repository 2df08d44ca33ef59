import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../../../../demo/stripe/answer"
import { createSession } from "../../../../../../demo/stripe/calls"

/** Demo mode only: Stripe's Checkout, played by the stand-in. */
export const POST = (req: MedusaRequest, res: MedusaResponse) => answer(req, res, createSession)
