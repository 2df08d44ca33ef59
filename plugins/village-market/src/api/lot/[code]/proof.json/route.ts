import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Where the proof of a lot lay before the log had addresses of its own; printed pages and bookmarks still name it. */
export const GET = (req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("access-control-allow-origin", "*")
  res.redirect(301, `/trace-log/proof/${encodeURIComponent(String(req.params.code))}`)
}
