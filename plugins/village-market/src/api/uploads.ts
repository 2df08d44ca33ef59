import { isAbsolute, normalize } from "node:path"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { settingsOf } from "../settings"

const TYPES = new Set(["avif", "webp", "jpeg"])

/**
 * Public files on this machine. Their names carry a hash and never change content, so a browser may keep them for
 * ever. Only renditions of photos are served; whatever else lies in the folder is not, nor anything outside it.
 */
function serveUploads(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { uploadDir, fileBaseUrl } = settingsOf(req.scope)
  if (!fileBaseUrl.startsWith("/")) return next()
  const path = decoded(req.path.replace(/^\/uploads\//, ""))
  const inside = path !== undefined && !isAbsolute(path) && !normalize(path).startsWith("..") && !path.includes("\0")
  const format = path?.split(".").pop() ?? ""
  if (!inside || !TYPES.has(format)) return void res.status(404).end()
  // Express does not know AVIF, and with "nosniff" a browser shows only what is named rightly.
  res.type(`image/${format}`)
  res.setHeader("x-content-type-options", "nosniff")
  res.setHeader("content-security-policy", "default-src 'none'")
  res.sendFile(path, { root: uploadDir, maxAge: "365d", immutable: true, dotfiles: "deny" }, (error) => {
    if (error && !res.headersSent) {
      res.removeHeader("cache-control")
      res.status(404).end()
    }
  })
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

export const uploadMiddlewares: MiddlewareRoute[] = [
  // No parameter in the pattern: Express would decode it and fail on an address that is not well-formed.
  { matcher: /^\/uploads\//, methods: ["GET", "HEAD"], middlewares: [serveUploads] },
]
