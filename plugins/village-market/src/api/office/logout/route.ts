import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { endSession } from "../../actors"

export const POST = (req: MedusaRequest, res: MedusaResponse) => {
  endSession(req, res, "official")
  res.redirect(303, "/office/login")
}
