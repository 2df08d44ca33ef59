import { dirname, join } from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const root = join(dirname(require.resolve("medusa-plugin-village-market/package.json")), "assets")

/** Style, scripts and icons of the pages; `sendFile` refuses to leave the folder. */
export const GET = (req: MedusaRequest, res: MedusaResponse) => {
  res.sendFile(String(req.params.file), { root, maxAge: "1h" }, (error) => {
    if (error && !res.headersSent) res.status(404).end()
  })
}
