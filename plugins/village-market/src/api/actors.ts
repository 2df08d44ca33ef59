import {
  type AuthenticatedMedusaRequest,
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { generateJwtToken, MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"
import type { Official } from "../modules/registry/models/official"
import type { Producer } from "../modules/registry/models/producer"
import type { RecallActor } from "../modules/traceability/recall/recall-rules"
import type { Actor } from "../workflows/steps/record-act"

export type ProducerRequest<Body = unknown> = AuthenticatedMedusaRequest<Body> & {
  producer: InferTypeOf<typeof Producer>
}
export type OfficialRequest<Body = unknown> = AuthenticatedMedusaRequest<Body> & {
  official: InferTypeOf<typeof Official>
}

export type ActorType = "producer" | "official"
/**
 * Pages carry the login in a cookie of their own and send strangers to the login page; JSON answers 401. A script of a
 * page has the page's cookie, and a use for the answer 401: it keeps what it could not send.
 */
type Surface = "page" | "json" | "script"

const COOKIE = { producer: "vm_producer", official: "vm_official" } as const
const LOGIN_PAGE = { producer: "/producer/login", official: "/office/login" } as const
const SESSION_DAYS = { producer: 30, official: 1 } as const

/** Lets only a producer pass; the producer of the login, never one named in the address, is `req.producer`. */
export const requireProducer = (surface: Surface) => requireActor("producer", surface, attachProducer)

/** Lets only an active official pass, as `req.official`. */
export const requireOfficial = (surface: Surface) => requireActor("official", surface, attachOfficial)

function requireActor(
  type: ActorType,
  surface: Surface,
  attach: (req: AuthenticatedMedusaRequest) => Promise<boolean>,
) {
  const readCookie = (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    const token = req.cookies?.[COOKIE[type]]
    // A page trusts its own cookie only: whatever else the browser holds (a dashboard session) is another person's login.
    req.headers.authorization = token ? `Bearer ${token}` : undefined
    next()
  }
  const admit = async (req: AuthenticatedMedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    if (req.auth_context?.actor_id && (await attach(req))) return next()
    if (surface !== "page")
      return void res.status(401).json({ type: MedusaError.Types.UNAUTHORIZED, message: "Unauthorized" })
    res.redirect(303, `${LOGIN_PAGE[type]}?to=${encodeURIComponent(req.method === "GET" ? req.originalUrl : "")}`)
  }
  const check = authenticate(type, ["bearer"], { allowUnauthenticated: true, allowUnregistered: true })
  return surface === "json" ? [check, admit] : [readCookie, check, admit]
}

/** Finds the producer of the login for `req.producer`; false where there is none. */
export async function attachProducer(req: AuthenticatedMedusaRequest) {
  const registry = req.scope.resolve(REGISTRY)
  const [member] = await registry.listProducerMembers({ id: req.auth_context.actor_id })
  const [producer] = member ? await registry.listProducers({ id: member.producer_id }) : []
  if (!producer) return false
  ;(req as ProducerRequest).producer = producer
  return true
}

/** Finds the active official of the login for `req.official`; false where there is none. */
export async function attachOfficial(req: AuthenticatedMedusaRequest) {
  const [official] = await req.scope.resolve(REGISTRY).listOfficials({ id: req.auth_context.actor_id, active: true })
  if (!official || begunBefore(official.sessions_valid_from, req.headers.authorization)) return false
  ;(req as OfficialRequest).official = official
  return true
}

/** Whether a token that has been verified was issued before an instant; `iat` is whole seconds (RFC 7519 §4.1.6). */
function begunBefore(instant: Date | null, authorization = ""): boolean {
  if (!instant) return false
  const { iat } = readToken(authorization)
  return typeof iat !== "number" || iat < Math.floor(new Date(instant).getTime() / 1000)
}

/** What a bearer token claims, unverified; nothing when it is none. */
export function readToken(authorization = ""): { iat?: unknown; actor_type?: unknown } {
  const [, payload = ""] = authorization.split(".")
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString()) ?? {}
  } catch {
    return {}
  }
}

/** Starts a login on this browser: a signed token in a cookie that scripts cannot read. */
export function startSession(
  req: MedusaRequest,
  res: MedusaResponse,
  type: ActorType,
  actorId: string,
  authIdentityId: string,
) {
  const { jwtSecret, jwtOptions } = httpConfig(req.scope)
  const token = generateJwtToken(
    {
      actor_id: actorId,
      actor_type: type,
      auth_identity_id: authIdentityId,
      app_metadata: { [`${type}_id`]: actorId },
    },
    { secret: jwtSecret, expiresIn: `${SESSION_DAYS[type]}d`, jwtOptions },
  )
  res.cookie(COOKIE[type], token, { ...cookieOptions(req), maxAge: SESSION_DAYS[type] * 24 * 3600 * 1000 })
}

export function endSession(req: MedusaRequest, res: MedusaResponse, type: ActorType) {
  res.clearCookie(COOKIE[type], cookieOptions(req))
}

const cookieOptions = (req: MedusaRequest) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  secure: req.secure,
  path: "/",
})

const httpConfig = (container: MedusaContainer) => container.resolve("configModule").projectConfig.http

/** The official of the login, as the audit trail names it. */
export const byOfficial = ({ official }: OfficialRequest): Actor => ({
  kind: "official",
  id: official.id,
  name: official.name,
})

/** The official of the login as the one who recalls. */
export const byOfficialRecall = ({ official: { id, name } }: OfficialRequest): RecallActor => ({
  kind: "official",
  id,
  name,
})

/** An address on this site to go on to after login; anything else becomes the fallback. */
export const safeReturn = (to: unknown, fallback: string) =>
  typeof to === "string" && /^\/[a-z]/.test(to) && !to.includes("\\") ? to : fallback
