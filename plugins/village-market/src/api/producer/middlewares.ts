import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { requireProducer } from "../actors"
import { STEP_SLUGS } from "./register/steps/slugs"

const PAGES = [
  "/producer",
  "/producer/profile",
  "/producer/evidence/:id",
  "/producer/coupons",
  "/producer/coupons/new",
  "/producer/coupons/:id",
  "/producer/coupons/:id/stop",
  ...STEP_SLUGS.map((slug) => `/producer/register/${slug}`),
]
const JSON_ROUTES = [
  "/producers/me",
  "/producers/me/submit",
  "/producers/me/evidence",
  "/producers/me/evidence/:id",
  "/producers/me/coupons",
  "/producers/me/coupons/:id",
  "/producers/me/coupons/:id/stop",
]

export const producerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/producers",
    methods: ["POST"],
    middlewares: [authenticate("producer", ["bearer"], { allowUnregistered: true })],
  },
  ...PAGES.map((matcher) => ({
    matcher,
    methods: ["GET" as const, "POST" as const],
    middlewares: requireProducer("page"),
  })),
  ...JSON_ROUTES.map((matcher) => ({
    matcher,
    methods: ["GET" as const, "POST" as const],
    middlewares: requireProducer("json"),
  })),
]
