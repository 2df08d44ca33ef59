import type { MedusaResponse } from "@medusajs/framework/http"

/** Anybody on any site may check the log. */
export const forEverybody = (res: MedusaResponse) => res.setHeader("access-control-allow-origin", "*")

/** What changes with the next record or checkpoint. */
export function fresh(res: MedusaResponse): void {
  forEverybody(res)
  res.setHeader("cache-control", "public, max-age=2")
}

/** What can never be another: a tile, or a proof between two trees. */
export function immutable(res: MedusaResponse): void {
  forEverybody(res)
  res.setHeader("cache-control", "public, max-age=31536000, immutable")
}

export function text(res: MedusaResponse, status: number, content: string): void {
  res.status(status).type("text/plain; charset=utf-8").send(content)
}
