import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { forgetPasswordTries, mayTryPassword } from "../../modules/registry/count-password-try"
import { requireOfficial } from "../actors"

/** The stock JSON login checks passwords too, so it shares the count of the login page. */
async function limitPasswords(req: MedusaRequest<{ email?: unknown }>, res: MedusaResponse, next: MedusaNextFunction) {
  const email = typeof req.body?.email === "string" ? req.body.email.trim().toLowerCase() : ""
  if (!(await mayTryPassword(req.scope, email))) {
    res.status(429).json({ type: "not_allowed", message: "Nhập sai quá nhiều lần. Xin đợi 15 phút rồi thử lại." })
    return
  }
  res.on("finish", () => {
    if (res.statusCode === 200) void forgetPasswordTries(req.scope, email)
  })
  next()
}

/** Officials are made by the operator only: nobody registers as one. */
const closed = (_req: MedusaRequest, res: MedusaResponse) => {
  res.status(404).json({ type: "not_found", message: "Not found" })
}

const exceptLogin =
  (check: MiddlewareFunction) => (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    /^\/office\/login\/?($|\?)/i.test(req.originalUrl) ? next() : check(req, res, next)

/** Everything under `/office` but the login page, and everything under `/officials`, is for officials. */
export const officialMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/office",
    middlewares: requireOfficial("page").map(exceptLogin),
  },
  { matcher: "/officials", middlewares: requireOfficial("json") },
  { matcher: "/auth/official/emailpass", methods: ["POST"], middlewares: [limitPasswords] },
  { matcher: "/auth/official/emailpass/register", methods: ["POST"], middlewares: [closed] },
]
