import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requireProducer } from "../../actors"

const PAGES = ["/producer/diary", "/producer/diary/:lot", "/producer/diary/:lot/undo", "/producer/diary/:lot/photos"]
/** What the diary's script sends with the page's login. */
const SCRIPT_ROUTES = ["/producer/diary-entries", "/producer/diary-photos"]
const methods = ["GET" as const, "POST" as const]

export const diaryMiddlewares: MiddlewareRoute[] = [
  ...PAGES.map((matcher) => ({ matcher, methods, middlewares: requireProducer("page") })),
  ...SCRIPT_ROUTES.map((matcher) => ({ matcher, methods, middlewares: requireProducer("script") })),
  { matcher: "/producers/me/craft-steps", methods, middlewares: requireProducer("json") },
]
