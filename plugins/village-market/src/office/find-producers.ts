import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { OfficialArea } from "../modules/registry/official-area"
import { PRODUCER_STATUSES, type ProducerStatus } from "../modules/registry/producer-status"
import { fold } from "../web/format"

/** Whose producers: those of an official's area, or all, for the operator. */
export type Scope = OfficialArea | "everywhere"

export const PAGE_SIZE = 25

export const ProducerSearch = z.object({
  status: z.enum(PRODUCER_STATUSES).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).catch(PAGE_SIZE),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0),
})
export type ProducerSearch = z.infer<typeof ProducerSearch>

export type ProducerRow = {
  id: string
  name: string | null
  kind: string | null
  status: ProducerStatus
  phone: string
  makes: string | null
  commune_code: string | null
  commune: string | null
  craft_village: string | null
  is_demo: boolean
  created_at: Date
  submitted_at: Date | null
  approved_at: Date | null
}

/** Letters without their marks, in the database: canonical decomposition (NFD), then the marks of Vietnamese dropped. */
const folded = (column: string) =>
  String.raw`lower(translate(normalize(coalesce(${column}, ''), nfd), U&'\0111\0110\0300\0301\0302\0303\0306\0309\031B\0323', 'dd'))`

const SEARCHED = `${folded("p.name")} || ' ' || ${folded("p.makes")} || ' ' || ${folded("c.full_name")} || ' ' || ${folded("v.name")} || ' ' || p.phone`

/**
 * Producers of the scope, those waiting first and the longest wait before the others, with the number found and the
 * number in every state. `q` is compared without marks, every word of it must occur; a phone may be typed as 09….
 */
export async function findProducers(
  container: MedusaContainer,
  scope: Scope,
  { status, q, limit, offset }: ProducerSearch,
) {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const base = () => {
    const query = sql("producer as p")
      .leftJoin("commune as c", "c.code", "p.commune_code")
      .leftJoin("craft_village as v", "v.id", "p.craft_village_id")
      .whereNull("p.deleted_at")
    if (scope !== "everywhere")
      query.where(scope.area_kind === "province" ? "c.province_code" : "c.code", scope.area_code)
    for (const word of words(q)) query.whereRaw(`position(? in ${SEARCHED}) > 0`, [word])
    return query
  }
  const counts: { status: ProducerStatus; n: string }[] = await base()
    .select("p.status")
    .count("* as n")
    .groupBy("p.status")
  const found = base()
  if (status) found.where("p.status", status)
  const producers: ProducerRow[] = await found
    .select(
      ...[
        "id",
        "name",
        "kind",
        "status",
        "phone",
        "makes",
        "commune_code",
        "is_demo",
        "created_at",
        "submitted_at",
        "approved_at",
      ].map((column) => `p.${column}`),
      "c.full_name as commune",
      "v.name as craft_village",
    )
    .orderByRaw(
      "p.status <> 'pending', case when p.status = 'pending' then p.submitted_at end, p.created_at desc, p.id",
    )
    .limit(limit)
    .offset(offset)
  const byStatus = Object.fromEntries(PRODUCER_STATUSES.map((known) => [known, 0])) as Record<ProducerStatus, number>
  for (const { status: counted, n } of counts) byStatus[counted] = Number(n)
  const count = status ? byStatus[status] : Object.values(byStatus).reduce((sum, n) => sum + n, 0)
  return { producers, count, by_status: byStatus }
}

const words = (q = "") =>
  fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (/^0\d{5,}$/.test(word) ? word.slice(1) : word))
