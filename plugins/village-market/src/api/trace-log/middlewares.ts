import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readTile } from "../../modules/traceability/log/read-tile"
import { parseTilePath } from "../../modules/traceability/log/tile"
import { forEverybody, fresh, immutable, text } from "./reply"

const PREFIX = "/trace-log/tile/"

/**
 * `/trace-log/tile/<L>/<N>[.p/<W>]` and `/trace-log/tile/entries/<N>[.p/<W>]` (C2SP tlog-tiles). A middleware, for a
 * route matches single segments and a tile's index has as many as it has thousands.
 */
async function sendTile(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const path = req.originalUrl.split("?")[0] ?? ""
  const tile = path.startsWith(PREFIX) ? parseTilePath(path.slice(PREFIX.length)) : undefined
  try {
    const bytes = tile && (await readTile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), tile))
    if (!bytes) {
      fresh(res)
      return text(res, 404, "The log has no such tile\n")
    }
    immutable(res)
    res.type("application/octet-stream").send(bytes)
  } catch (error) {
    next(error)
  }
}

const FORMER = /^\/lot\/([^/]+)\/proof\.json$/

/** Where the proof of a lot lay before the log had addresses of its own; bookmarks and other sites still name it. */
function leadFromFormerAddress(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const [, code] = FORMER.exec(req.originalUrl.split("?")[0] ?? "") ?? []
  if (code === undefined) return next()
  forEverybody(res)
  res.redirect(301, `/trace-log/proof/${code}`)
}

export const traceLogMiddlewares: MiddlewareRoute[] = [
  { matcher: /^\/trace-log\/tile\//, methods: ["GET", "HEAD"], middlewares: [sendTile] },
  { matcher: FORMER, methods: ["GET"], middlewares: [leadFromFormerAddress] },
]
