import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { pickLanguage } from "../../web/language"
import { stockRouteText } from "../../web/text/stock-routes"
import { findVerdict } from "./find-verdict"
import { pathOf } from "./guards/rows"

/**
 * Holds Medusa's own write routes to the table: what would change an order, its money or a producer's goods behind our
 * back answers 409 and says where it is done. Runs after the login and before Medusa looks at the body.
 */
async function holdToVerdict(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  const verdict = findVerdict(req.method, pathOf(req))
  const topic =
    verdict?.kind === "ours" ? verdict.topic : verdict?.kind === "guarded" ? await verdict.guard(req) : undefined
  if (topic) throw new MedusaError(MedusaError.Types.CONFLICT, stockRouteText[pickLanguage(req)][topic])
  next()
}

// Without methods, so that they come before the checks of the routes themselves.
export const stockRouteMiddlewares: MiddlewareRoute[] = ["/admin", "/store"].map((matcher) => ({
  matcher,
  middlewares: [holdToVerdict],
}))
