import type { MedusaResponse } from "@medusajs/framework/http"
import { type Problem, problem } from "../../modules/traceability/epcis/problem"
import { PER_PAGE } from "../../modules/traceability/epcis/query-readers"
import { expiryOf, readToken, writeToken } from "../../modules/traceability/repository/page-token"
import type { EpcisRequest } from "./front"

/** The decoded parameters of the address, in their order. */
export const parametersOf = (req: EpcisRequest): [string, string][] => [
  ...new URL(req.originalUrl, "http://host").searchParams,
]

/** Tells the address of the next page, RFC 8288, and until when it can be turned to. */
export function turnPage(req: EpcisRequest, res: MedusaResponse, place: object) {
  const expires = expiryOf(new Date())
  const url = new URL(req.originalUrl, "http://host")
  url.searchParams.set("nextPageToken", writeToken(place, subjectOf(req), secretOf(req), expires))
  res.append("link", `<${url.pathname}${url.search}>; rel="next"`)
  res.set("GS1-Next-Page-Token-Expires", expires.toISOString())
}

/** Where the page begins that was asked for; undefined for the first. */
export function placeOf(req: EpcisRequest, token: string | undefined): { place: unknown } | Problem | undefined {
  if (token === undefined) return undefined
  const read = readToken(token, subjectOf(req), secretOf(req), new Date())
  return "problem" in read ? problem("QueryParameterException", { detail: read.problem }) : read
}

/** The parameters of a plain list. */
export function readListQuery(req: EpcisRequest): { perPage: number; after?: string } | Problem {
  const given = new Map<string, string>()
  for (const [name, value] of parametersOf(req)) {
    if (!["perPage", "nextPageToken"].includes(name) || given.has(name) || value === "")
      return problem("QueryParameterException", {
        detail: `${JSON.stringify(name.slice(0, 60))} is not a parameter of this list, or is given twice.`,
      })
    given.set(name, value)
  }
  const perPage = given.get("perPage") ?? String(PER_PAGE.usual)
  if (!/^[1-9]\d{0,6}$/.test(perPage))
    return problem("QueryParameterException", { detail: "perPage is a whole number from 1." })
  const read = placeOf(req, given.get("nextPageToken"))
  if (read && "status" in read) return read
  const place = read?.place
  const after = typeof place === "object" && place !== null && "after" in place ? String(place.after) : undefined
  return { perPage: Math.min(Number(perPage), PER_PAGE.most), after }
}

/** Everything a list depends on: its address, its parameters but the token, and who reads. */
function subjectOf(req: EpcisRequest): string {
  const url = new URL(req.originalUrl, "http://host")
  url.searchParams.delete("nextPageToken")
  return JSON.stringify([url.pathname, [...url.searchParams], req.reader])
}

const secretOf = (req: EpcisRequest): string => {
  const { jwtSecret } = req.scope.resolve("configModule").projectConfig.http
  return String(jwtSecret)
}
