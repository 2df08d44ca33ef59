import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../../../demo/stripe/answer"
import { createRefund, listRefunds } from "../../../../../demo/stripe/calls"

/** Demo mode only: Stripe's refunds, played by the stand-in. */
export const POST = (req: MedusaRequest, res: MedusaResponse) => answer(req, res, createRefund)

export const GET = (req: MedusaRequest, res: MedusaResponse) => answer(req, res, (_, params) => listRefunds(params))
