import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { settingsOf } from "../../settings"
import { robots } from "../../web/sitemap"

export const GET = (req: MedusaRequest, res: MedusaResponse) => res.type("text").send(robots(settingsOf(req.scope)))
