import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Every string of a request's address and body: whichever of them is an id is found by asking the database. */
export function idsIn(req: MedusaRequest): string[] {
  return [...pathOf(req).split("/").filter(Boolean), ...stringsIn(req.body)]
}

/** The path as Express matches it: not decoded, without the query. */
export const pathOf = (req: MedusaRequest) => `${req.baseUrl}${req.path}`

export const stringsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

export async function rows<Row>(req: MedusaRequest, sql: string, bindings: Record<string, string[]>): Promise<Row[]> {
  const result = await req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(sql, bindings)
  return result.rows
}

/** A list out of a body that nobody has checked yet. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A field of a body that nobody has checked yet. */
export const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
