import { goodsRoutes } from "./goods"
import { orderRoutes } from "./orders"
import { settingRoutes } from "./settings"
import { shippingRoutes } from "./shipping"
import { storefrontRoutes } from "./storefront"
import type { Verdict } from "./verdict"

/** Every write route of the installed Medusa and what becomes of it; `stock-routes.spec.ts` compares it with the route files. */
export const STOCK_ROUTES: Readonly<Record<string, Verdict>> = {
  ...orderRoutes,
  ...goodsRoutes,
  ...shippingRoutes,
  ...settingRoutes,
  ...storefrontRoutes,
}

const routes = Object.entries(STOCK_ROUTES)
  .map(([name, verdict]) => ({ ...patternOf(name), verdict }))
  // As Medusa sorts its routes: a word before a parameter, segment by segment.
  .sort((a, b) => a.order.localeCompare(b.order))

/** The verdict on a request, found as Express finds the route: in any case of letters, with or without a last slash. */
export const findVerdict = (method: string, path: string): Verdict | undefined =>
  routes.find((route) => route.method === method && route.pattern.test(path))?.verdict

function patternOf(name: string) {
  const [method = "", path = ""] = name.split(" ")
  const segments = path.split("/").slice(1)
  return {
    method,
    order: segments.map((segment) => (segment.startsWith(":") ? "1" : "0")).join(""),
    pattern: new RegExp(
      `^/${segments.map((segment) => (segment.startsWith(":") ? "[^/]+" : segment)).join("/")}/?$`,
      "i",
    ),
  }
}
