import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { LANGUAGES } from "../web/language"

/** Pages with forms; a POST to them must come from our own pages. */
const PAGES = ["/market", "/producer", "/office", "/demo", "/lot", "/trace-log"]

/** The answer to `?lang=` is remembered for a year. */
function rememberLanguage(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const lang = LANGUAGES.find((known) => known === req.query.lang)
  if (lang) res.cookie("lang", lang, { maxAge: 365 * 24 * 3600 * 1000, sameSite: "lax", httpOnly: true })
  next()
}

/** Medusa has no CSRF token; a form posted from another site is known by its Origin or Sec-Fetch-Site header. */
function sameOrigin(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { origin } = req.headers
  const foreign = origin
    ? !URL.canParse(origin) || new URL(origin).host !== req.headers.host
    : req.headers["sec-fetch-site"] === "cross-site"
  if (foreign) {
    res.status(403).type("text").send("This form was sent from another site / Biểu mẫu gửi từ trang khác")
    return
  }
  next()
}

export const pageMiddlewares: MiddlewareRoute[] = PAGES.flatMap((matcher) => [
  { matcher: `${matcher}*`, methods: ["GET"], middlewares: [rememberLanguage] },
  { matcher: `${matcher}*`, methods: ["POST"], middlewares: [sameOrigin] },
])
