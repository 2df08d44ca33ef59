import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requireProducer } from "../../actors"

const PAGES = [
  "/producer/products",
  "/producer/products/new",
  "/producer/products/new/:draft/:step",
  "/producer/products/:id",
  "/producer/products/:id/:act",
]

const LISTINGS = "/producers/me/listings"
const JSON_ROUTES = [
  "",
  "/:id",
  "/:id/hide",
  "/:id/show",
  "/:id/copy",
  "/:id/window",
  "/:id/photos",
  "/:id/photos/:photoId",
]

export const productMiddlewares: MiddlewareRoute[] = [
  ...PAGES.map((matcher) => ({
    matcher,
    methods: ["GET" as const, "POST" as const],
    middlewares: requireProducer("page"),
  })),
  ...JSON_ROUTES.map((path) => ({
    matcher: `${LISTINGS}${path}`,
    methods: ["GET" as const, "POST" as const, "DELETE" as const],
    middlewares: requireProducer("json"),
  })),
]
