import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PRIMARY_KEYS } from "../../modules/traceability/digital-link/application-identifiers"
import { type DigitalLink, parseDigitalLink } from "../../modules/traceability/digital-link/parse-uri"
import {
  type Identified,
  readIdentified,
  readOwnAddress,
} from "../../modules/traceability/digital-link/read-identified"
import { settingsOf } from "../../settings"
import { answer, openToAll } from "./answer"
import { knownLinks } from "./known-links"
import { problem } from "./problem"

/** `/01/{gtin}[/22/…][/10/…][/21/…]` and the other primary keys: what a GS1-conformant resolver answers. */
async function resolveDigitalLink(req: MedusaRequest, res: MedusaResponse) {
  if (openToAll(req, res)) return
  const { publicUrl } = settingsOf(req.scope)
  // A slash at the end is tolerated; the path goes in as it came, since Express has decoded its own copy.
  const [path = "", query] = req.originalUrl.split(/\?(.*)/s)
  const parsed = parseDigitalLink(`https://host${path.replace(/\/$/, "")}${query ? `?${query}` : ""}`)
  if (!parsed.ok) return problem(req, res, 400, "malformed", parsed.reason)
  const known = await identified(req, parsed.link)
  const linked = known && knownLinks(publicUrl, known)
  if (!linked) return problem(req, res, 404, "unknown")
  answer(req, res, linked)
}

/** Of GS1's keys only trade items are known here; every other is well-formed and unknown. */
async function identified(req: MedusaRequest, { stem, key, qualifiers }: DigitalLink): Promise<Identified | undefined> {
  // "/01/x/01/{gtin}" names the GTIN, but under a path that is not ours.
  if (key.ai !== "01" || stem !== "https://host") return undefined
  const given = new Map(qualifiers.map(({ ai, value }) => [ai, value]))
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return readIdentified(pg, key.value, { lot: given.get("10"), serial: given.get("21") })
}

const asksForLinks = ({ query, headers }: MedusaRequest) =>
  typeof query.linkType === "string" || (headers.accept ?? "").includes("application/linkset+json")

/** Our own addresses of lots answer alike when they are asked for links; else they are pages. */
async function resolveOwnAddress(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (!asksForLinks(req) || openToAll(req, res)) return next()
  const [, , code = "", serial] = new URL(req.originalUrl, "http://host").pathname.split("/")
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const known = await readOwnAddress(pg, code, serial)
  const linked = known && knownLinks(settingsOf(req.scope).publicUrl, known)
  if (!linked) return problem(req, res, 404, "unknown")
  answer(req, res, linked, next)
}

export const digitalLinkMiddlewares: MiddlewareRoute[] = [
  // No methods: the resolver itself answers OPTIONS, and refuses what would change something. The slash after the key
  // is only looked at, because Express goes on with the rest of the path from there.
  { matcher: new RegExp(`^/(?:${Object.keys(PRIMARY_KEYS).join("|")})(?=/|$)`), middlewares: [resolveDigitalLink] },
  {
    matcher: /^\/lot\/[2-9A-Za-z-]+(?:\/[2-9A-Za-z-]+)?\/?$/,
    methods: ["GET", "HEAD"],
    middlewares: [resolveOwnAddress],
  },
]
