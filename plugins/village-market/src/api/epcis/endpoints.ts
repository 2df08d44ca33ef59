import { COLLECTIONS } from "../../modules/traceability/repository/read-collection"

type Endpoint = { pattern: RegExp; methods: string[] }

const lists = Object.keys(COLLECTIONS).join("|")

/** What stands under `/epcis/v2`, and what can be done there. */
const ENDPOINTS: Endpoint[] = [
  { pattern: /^\/?$/, methods: [] },
  { pattern: /^\/capture\/?$/, methods: ["GET", "POST"] },
  { pattern: /^\/capture\/[^/]+\/?$/, methods: ["GET"] },
  { pattern: /^\/events\/?$/, methods: ["GET", "POST"] },
  { pattern: /^\/events\/[^/]+\/?$/, methods: ["GET"] },
  { pattern: new RegExp(`^/(${lists})/?$`), methods: ["GET"] },
  { pattern: new RegExp(`^/(${lists})/[^/]+/?$`), methods: ["GET"] },
  { pattern: new RegExp(`^/(${lists})/[^/]+/events/?$`), methods: ["GET"] },
]

/** Parts of the standard that we do not offer: named queries with their subscriptions, and withdrawing a page token. */
const NOT_OFFERED = /^\/(queries(\/.*)?|nextPageToken\/[^/]+)$/

/** What can be done at a path below `/epcis/v2`: its methods, "not offered", or undefined where nothing is. */
export function endpointAt(path: string): string[] | "not offered" | undefined {
  if (NOT_OFFERED.test(path)) return "not offered"
  return ENDPOINTS.find(({ pattern }) => pattern.test(path))?.methods
}
