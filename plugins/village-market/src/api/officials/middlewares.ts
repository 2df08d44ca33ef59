import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { forgetPasswordTries, mayTryPassword } from "../../modules/registry/count-password-try"
import { readToken, requireOfficial } from "../actors"

/** The stock JSON login checks passwords too, so it shares the count of the login page. */
async function limitPasswords(req: MedusaRequest<{ email?: unknown }>, res: MedusaResponse, next: MedusaNextFunction) {
  const email = typeof req.body?.email === "string" ? req.body.email.trim().toLowerCase() : ""
  if (!(await mayTryPassword(req.scope, email))) {
    res.status(429).json({ type: "not_allowed", message: "Nhập sai quá nhiều lần. Xin đợi 15 phút rồi thử lại." })
    return
  }
  // The count ends before the answer goes out: ending it later could swallow tries that follow.
  const send = res.json.bind(res)
  res.json = (body) => {
    if (res.statusCode === 200) void forgetPasswordTries(req.scope, email).finally(() => send(body))
    else send(body)
    return res
  }
  next()
}

/** Officials are made by the operator only: nobody registers as one. */
const closed = (_req: MedusaRequest, res: MedusaResponse) => {
  res.status(404).json({ type: "not_found", message: "Not found" })
}

const exceptLogin =
  (check: MiddlewareFunction) => (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    /^\/office\/login\/?($|\?)/i.test(req.originalUrl) ? next() : check(req, res, next)

/** Medusa renews any token it once gave; an official whose login was ended must not get a new one so. */
const forOfficialTokens =
  (check: MiddlewareFunction) => (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    readToken(req.headers.authorization).actor_type === "official" ? check(req, res, next) : next()

/** Everything under `/office` but the login page, and everything under `/officials`, is for officials. */
export const officialMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/office",
    middlewares: requireOfficial("page").map(exceptLogin),
  },
  { matcher: "/officials", middlewares: requireOfficial("json") },
  { matcher: "/auth/token/refresh", methods: ["POST"], middlewares: requireOfficial("json").map(forOfficialTokens) },
  { matcher: "/auth/session", methods: ["POST"], middlewares: requireOfficial("json").map(forOfficialTokens) },
  { matcher: "/auth/official/emailpass", methods: ["POST"], middlewares: [limitPasswords] },
  { matcher: "/auth/official/emailpass/register", methods: ["POST"], middlewares: [closed] },
]
