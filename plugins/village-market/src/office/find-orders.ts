import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { communesOf, type OfficialArea } from "../modules/registry/official-area"
import { TRADE } from "../modules/trade"
import { HEARD_OF, PRODUCER_ORDER_STATUSES, type ProducerOrderStatus } from "../modules/trade/producer-order-status"
import type { ProducerOrder, ProducerOrderLine } from "../modules/trade/rows"

export const ORDERS_PER_PAGE = 25
const yes = z.preprocess((value) => value === "1" || value === "true" || value === true, z.boolean())

/** What an official may ask of the parts of the area; nothing by which a buyer could be looked up. */
export const OfficeOrderSearch = z.object({
  status: z
    .enum(HEARD_OF as [ProducerOrderStatus, ...ProducerOrderStatus[]])
    .optional()
    .catch(undefined),
  /** Placed, and the time to answer is over. */
  overdue: yes.catch(false),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).catch(ORDERS_PER_PAGE),
  offset: z.coerce.number().int().min(0).max(1_000_000).catch(0),
})
export type OfficeOrderSearch = z.infer<typeof OfficeOrderSearch>

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined)
/** The operator also looks for an order by its number, or by the buyer's name or phone. */
export const OrderSearch = OfficeOrderSearch.extend({
  status: z.enum(PRODUCER_ORDER_STATUSES).optional().catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  from: day,
  to: day,
})
export type OrderSearch = z.infer<typeof OrderSearch>

export type FoundPart = ProducerOrder & {
  lines: ProducerOrderLine[]
  producer: { id: string; name: string | null; phone: string; commune_code: string | null; commune: string | null }
}
export type FoundOrders = Awaited<ReturnType<typeof findOrders>>

/** Parts of the sellers of an area (or of all), newest first, with the number in every state and of late answers. */
export async function findOrders(
  container: MedusaContainer,
  area: OfficialArea | "everywhere",
  { commune, ...filter }: OfficeOrderSearch | OrderSearch,
) {
  const trade = container.resolve(TRADE)
  const scope = await scopeOf(container, area, commune)
  const { status, ...others } = filter
  const [found, by_status, late] = await Promise.all([
    trade.listParts(scope, { ...others, ...(status ? { status: [status] } : {}) }),
    trade.countParts(scope),
    trade.listParts(scope, { overdue: true, limit: 1 }),
  ])
  const [sellers, lines] = await Promise.all([
    sellersOf(container, found.parts),
    trade.linesOf(found.parts.map(({ id }) => id)),
  ])
  const parts: FoundPart[] = found.parts.map((part) => ({
    ...part,
    lines: lines.filter(({ producer_order_id }) => producer_order_id === part.id),
    producer: sellers.get(part.producer_id) ?? {
      ...{ id: part.producer_id, name: null, phone: "", commune_code: null, commune: null },
    },
  }))
  return { parts, count: found.count, by_status, overdue: late.count }
}

/** The communes of the area, or the one that is asked for if it lies within. */
async function scopeOf(container: MedusaContainer, area: OfficialArea | "everywhere", commune?: string) {
  if (area === "everywhere") return commune ? { communes: [commune] } : { all: true as const }
  const known = await container.resolve(REGISTRY).listCommunes(communesOf(area), { take: 1000 })
  return { communes: known.map(({ code }) => code).filter((code) => !commune || code === commune) }
}

async function sellersOf(container: MedusaContainer, parts: ProducerOrder[]) {
  const registry = container.resolve(REGISTRY)
  const ids = [...new Set(parts.map(({ producer_id }) => producer_id))]
  const sellers = await registry.listProducers({ id: ids }, { take: ids.length })
  const codes = [...new Set(sellers.flatMap(({ commune_code }) => commune_code ?? []))]
  const communes = await registry.listCommunes({ code: codes }, { take: codes.length })
  return new Map(
    sellers.map(({ id, name, phone, commune_code }): [string, FoundPart["producer"]] => {
      const place = communes.find(({ code }) => code === commune_code)
      return [id, { id, name, phone, commune_code, commune: place?.full_name ?? null }]
    }),
  )
}

/** Whole hours a producer is late with its answer; nothing where it answered or still has time. */
export function hoursLate({ status, answer_by }: Pick<ProducerOrder, "status" | "answer_by">, now = Date.now()) {
  if (status !== "placed" || !answer_by || answer_by.getTime() >= now) return undefined
  return Math.floor((now - answer_by.getTime()) / 3_600_000)
}

/**
 * A part as an official sees it. Officials help their households answer in time; who bought and where it goes is not
 * theirs to know, so no name, phone, address or e-mail of a buyer is in here.
 */
export const officePart = (part: FoundPart) => ({
  id: part.id,
  display_no: part.display_no,
  status: part.status,
  producer: part.producer,
  payment_means: part.payment_means,
  channel: part.channel,
  lines: part.lines.map(({ title, unit, quantity, cancelled, returned }) => ({
    ...{ title, unit, quantity, cancelled, returned },
  })),
  ordered: part.total,
  costs: part.status === "expired" ? 0 : part.due,
  placed_at: part.placed_at,
  answer_by: part.answer_by,
  hours_late: hoursLate(part) ?? null,
  accepted_at: part.accepted_at,
  packed_at: part.packed_at,
  handed_over_at: part.handed_over_at,
  delivered_at: part.delivered_at,
  ended_at: part.ended_at,
})
export type OfficePart = ReturnType<typeof officePart>
