import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { TRADE } from "../modules/trade"
import { ORDER_ROLES } from "../modules/trade/producer-order-status"
import type { OrderNotice, ProducerOrderLine } from "../modules/trade/rows"

/** What `change-part.ts` says of a cancellation or return in its message. */
const Change = z.object({
  refund: z.number(),
  whole: z.boolean(),
  reason: z.string(),
  by: z.enum(ORDER_ROLES),
  lines: z.array(z.object({ line_id: z.string(), quantity: z.number() })),
})
const Answer = z.object({ return_id: z.string(), note: z.string().nullish() })

/** A message's part with its lines, and the change or the return request it tells of. */
export async function readPart(container: MedusaContainer, { producer_order_id, data }: OrderNotice) {
  const trade = container.resolve(TRADE)
  const [part, lines] = await Promise.all([
    trade.findPart(producer_order_id, { all: true }),
    trade.linesOf([producer_order_id]),
  ])
  if (!part) throw new Error(`there is no producer order ${producer_order_id}`)
  const answer = Answer.safeParse(data).data
  const request = answer ? (await trade.returnsOf([part.id])).find(({ id }) => id === answer.return_id) : undefined
  return { part, lines, change: Change.safeParse(data).data, request, note: answer?.note ?? null }
}

/** "2 cái Bình gốm, 1 kg Gạo tám": all of a part, or what is named of it. */
export function goodsOf(lines: ProducerOrderLine[], some?: { line_id: string; quantity: number }[]): string {
  const named = some ?? lines.map(({ id, quantity }) => ({ line_id: id, quantity }))
  return named
    .flatMap(({ line_id, quantity }) => {
      const line = lines.find(({ id }) => id === line_id)
      return line ? [`${quantity} ${line.unit} ${line.title}`] : []
    })
    .join(", ")
}
