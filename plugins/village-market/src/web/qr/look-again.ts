import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const SECONDS = 4
/** Ten minutes; after that nobody is likely to be looking any more. */
const TIMES = 150

/** Lets the browser load a page anew by itself, without a script, as long as somebody may be waiting. Says whether it will. */
export function lookAgainSoon(req: MedusaRequest, res: MedusaResponse, here: string): boolean {
  const times = typeof req.query.n === "string" && /^\d{1,3}$/.test(req.query.n) ? Number(req.query.n) : 0
  if (times >= TIMES) return false
  const mark = here.includes("?") ? "&" : "?"
  res.setHeader("refresh", `${SECONDS}; url=${here}${mark}n=${times + 1}`)
  return true
}
