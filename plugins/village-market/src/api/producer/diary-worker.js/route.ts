import { dirname, join } from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const root = join(dirname(require.resolve("medusa-plugin-village-market/package.json")), "assets")

/** The diary's service worker, at an address from which a browser lets it serve the portal's pages. */
export const GET = (_req: MedusaRequest, res: MedusaResponse) => {
  res.setHeader("service-worker-allowed", "/producer")
  res.setHeader("cache-control", "no-cache")
  res.sendFile("diary-worker.js", { root, cacheControl: false })
}
