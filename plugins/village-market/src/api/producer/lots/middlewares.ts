import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requireProducer } from "../../actors"

const PAGES = [
  "/producer/lots",
  "/producer/lots/new",
  "/producer/lots/:id",
  "/producer/lots/:id/recall",
  "/producer/lots/:id/label.svg",
  "/producer/lots/:id/label.png",
]
const JSON_ROUTES = [
  "/producers/me/lots",
  "/producers/me/lots/:id",
  "/producers/me/lots/:id/steps",
  "/producers/me/lots/:id/recall",
  "/producers/me/lots/:id/recall/lift",
  "/producers/me/lots/:id/recall/called",
]
const methods = ["GET" as const, "POST" as const]

export const lotMiddlewares: MiddlewareRoute[] = [
  ...PAGES.map((matcher) => ({ matcher, methods, middlewares: requireProducer("page") })),
  ...JSON_ROUTES.map((matcher) => ({ matcher, methods, middlewares: requireProducer("json") })),
]
