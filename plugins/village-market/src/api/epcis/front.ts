import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { problem } from "../../modules/traceability/epcis/problem"
import type { Reader } from "../../modules/traceability/repository/reader"
import { attachOfficial, attachProducer, type OfficialRequest, type ProducerRequest } from "../actors"
import { refuse } from "./answer"
import { endpointAt } from "./endpoints"
import { tellAbilities, tellVersions } from "./headers"

export type EpcisRequest = MedusaRequest & {
  reader: Reader
  /** Only a producer captures. */
  capturer?: { producer_id: string }
}

const JSON_TYPES = ["application/json", "application/ld+json"]

/** Answers whatever needs no login: what can be done here, and what cannot. */
export function atTheDoor(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  tellVersions(res)
  const path = new URL(req.originalUrl, "http://host").pathname.replace(/^\/epcis\/v2/, "")
  const methods = endpointAt(path)
  if (methods === undefined) return refuse(res, problem("NoSuchResourceException"))
  if (methods === "not offered") {
    if (req.method === "OPTIONS") return tellAbilities(res, [])
    return refuse(res, problem("ImplementationException", { status: 501, detail: NOT_OFFERED }))
  }
  if (req.method === "OPTIONS") return tellAbilities(res, methods)
  if (!methods.includes(req.method)) {
    res.set("allow", [...methods, "OPTIONS"].join(", "))
    return refuse(res, problem("ImplementationException", { status: 405, detail: `${req.method} does nothing here.` }))
  }
  if (!req.accepts(JSON_TYPES)) return refuse(res, problem("NotAcceptableException"))
  if (req.method === "POST" && !req.is(JSON_TYPES)) return refuse(res, problem("UnsupportedMediaTypeException"))
  if (req.method === "POST" && (req.headers["content-encoding"] ?? "identity") !== "identity") {
    return refuse(res, problem("UnsupportedMediaTypeException", { detail: "Send it uncompressed." }))
  }
  next()
}

const NOT_OFFERED = "Named queries, subscriptions and withdrawing page tokens are not offered."

const readLogin = authenticate(["producer", "official"], ["bearer"], {
  allowUnauthenticated: true,
  allowUnregistered: true,
})

/** A producer reads and captures its own; an official reads its area and captures nothing. */
async function admit(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { auth_context } = req as ProducerRequest
  const known = auth_context?.actor_id ? auth_context.actor_type : undefined
  const epcis = req as EpcisRequest
  if (known === "producer" && (await attachProducer(req as ProducerRequest))) {
    const { producer } = req as ProducerRequest
    epcis.reader = { producer_id: producer.id }
    epcis.capturer = { producer_id: producer.id }
    return next()
  }
  if (known === "official" && (await attachOfficial(req as OfficialRequest))) {
    if (req.method === "POST") {
      return refuse(res, problem("SecurityException", { status: 403, detail: "Only producers capture events." }))
    }
    const { area_kind, area_code } = (req as OfficialRequest).official
    epcis.reader = area_kind === "commune" ? { commune_code: area_code } : { province: true }
    return next()
  }
  res.set("www-authenticate", "Bearer")
  refuse(res, problem("SecurityException"))
}

export const epcisFront = [atTheDoor, readLogin, admit]
