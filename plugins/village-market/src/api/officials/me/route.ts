import type { MedusaResponse } from "@medusajs/framework/http"
import type { OfficialRequest } from "../../actors"

export const GET = (req: OfficialRequest, res: MedusaResponse) => {
  const { id, email, name, area_kind, area_code } = req.official
  res.json({ official: { id, email, name, area_kind, area_code } })
}
