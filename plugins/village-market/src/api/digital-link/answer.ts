import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { chooseLink, languagesFrom, withQuery } from "../../modules/traceability/digital-link/choose-link"
import { type Link, type Linked, linkset } from "../../modules/traceability/digital-link/links"
import { LANGUAGES } from "../../web/language"
import { problem } from "./problem"

/** A context that makes JSON-LD of a linkset, published by GS1. */
export const LINKSET_CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context"

const METHODS = "GET, HEAD, OPTIONS"

/** Anybody's page may ask, and every answer depends on these headers. Answers what needs no look-up; true when it did. */
export function openToAll(req: MedusaRequest, res: MedusaResponse): boolean {
  res.setHeader("access-control-allow-origin", "*")
  res.setHeader("access-control-expose-headers", "Link, Location")
  res.vary("Accept").vary("Accept-Language").vary("Cookie")
  if (req.method === "OPTIONS") {
    res.setHeader("allow", METHODS)
    res.setHeader("access-control-allow-methods", METHODS)
    res.setHeader("access-control-allow-headers", "Accept, Accept-Language")
    res.setHeader("access-control-max-age", "86400")
    res.status(204).end()
    return true
  }
  if (req.method === "GET" || req.method === "HEAD") return false
  res.setHeader("allow", METHODS)
  problem(req, res, 405, "readOnly")
  return true
}

/** A language the reader has chosen here goes before what the phone is set to. */
const languagesOf = (req: MedusaRequest) => {
  const chosen =
    LANGUAGES.find((lang) => lang === req.query.lang) ?? LANGUAGES.find((lang) => lang === req.cookies?.lang)
  return chosen ? [{ tag: chosen, q: 1 }] : languagesFrom(req.headers["accept-language"])
}

/**
 * Answers as a GS1-conformant resolver: the linkset, a redirection (307) with the query passed on, several choices (300),
 * or that there is no such link (404). Where the address itself is the page that was chosen, `stay` goes on to it.
 */
export function answer(req: MedusaRequest, res: MedusaResponse, linked: Linked, stay?: MedusaNextFunction) {
  const { linkType } = req.query
  const choice = chooseLink(linked, {
    linkType: typeof linkType === "string" ? linkType : undefined,
    accept: req.headers.accept,
    languages: languagesOf(req),
  })
  if (choice.kind === "none") return problem(req, res, 404, "noSuchLink")
  const chosen = choice.kind === "redirect" ? [choice.link] : choice.kind === "choices" ? choice.links : []
  if (stay && chosen.some((link) => isHere(req, link))) return stay()
  res.setHeader("cache-control", "no-cache")
  const listed = `<${linked.anchor}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`
  if (choice.kind === "redirect") {
    res.setHeader("link", listed)
    const [, query = ""] = req.originalUrl.split(/\?(.*)/s)
    return res.redirect(307, withQuery(choice.link.href, query))
  }
  const links = choice.kind === "choices" ? choice.links : linked.links
  res.setHeader("link", [
    `<${LINKSET_CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`,
    ...(choice.kind === "choices" ? [listed, ...links.map(alternate)] : []),
  ])
  res
    .status(choice.kind === "choices" ? 300 : 200)
    .type("application/linkset+json")
    .send(JSON.stringify(linkset(linked, links)))
}

const alternate = ({ href, media, hreflang = [] }: Link) =>
  `<${href}>; rel="alternate"; type="${media}"${hreflang.map((language) => `; hreflang="${language}"`).join("")}`

const isHere = (req: MedusaRequest, { href }: Link) =>
  new URL(href).pathname === new URL(req.originalUrl, href).pathname.replace(/\/$/, "")
