import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GS1_VOCABULARY } from "../../../modules/traceability/digital-link/links"
import { baseOf } from "../../../modules/traceability/lots/lot-address"
import { settingsOf } from "../../../settings"
import { LINKSET_CONTEXT } from "../../digital-link/answer"

/** The resolver description file (GS1-Conformant Resolver standard §3). Compressed Digital Links are not read here. */
export const GET = (req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("access-control-allow-origin", "*")
  res.setHeader("cache-control", "public, max-age=3600")
  res.json({
    name: "Village market / Chợ làng nghề",
    resolverRoot: baseOf(settingsOf(req.scope).publicUrl),
    supportedPrimaryKeys: ["01"],
    supportedLinkType: [{ namespace: GS1_VOCABULARY, prefix: "gs1:" }],
    linkTypeDefaultCanBeLinkset: false,
    jsonLdContextLocation: LINKSET_CONTEXT,
  })
}
