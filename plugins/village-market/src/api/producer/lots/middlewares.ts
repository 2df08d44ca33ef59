import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requireProducer } from "../../actors"

const PAGES = [
  "/producer/lots",
  "/producer/lots/new",
  "/producer/lots/:id",
  "/producer/lots/:id/recall",
  "/producer/lots/:id/label.svg",
  "/producer/lots/:id/label.png",
  ...["/producer/lots/raw", "/producer/lots/merge", "/producer/lots/stock"],
  ...["split", "transform", "correct"].map((act) => `/producer/lots/:id/${act}`),
  "/producer/lots/:id/labels",
  "/producer/lots/:id/labels.pdf",
  "/producer/lots/:id/labels.svg",
  "/producer/lots/:id/profile",
  "/producer/lots/:id/profile/epcis.json",
  "/producer/lots/:id/profile/portal.csv",
  "/producer/lots/:id/scans",
]
const JSON_ROUTES = [
  "/producers/me/lots",
  ...["raw", "merge", "transform", "corrections", "stock"].map((name) => `/producers/me/lots/${name}`),
  ...["/producers/me/lots/:id", "/producers/me/lots/:id/steps", "/producers/me/lots/:id/split"],
  ...["recall", "recall/lift", "recall/called"].map((act) => `/producers/me/lots/:id/${act}`),
]
const methods = ["GET" as const, "POST" as const]

export const lotMiddlewares: MiddlewareRoute[] = [
  ...PAGES.map((matcher) => ({ matcher, methods, middlewares: requireProducer("page") })),
  ...JSON_ROUTES.map((matcher) => ({ matcher, methods, middlewares: requireProducer("json") })),
]
