import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ProducerOrder } from "../../modules/trade/rows"

type Capture = { id: string; amount: number }

/**
 * A crash near the end of Medusa's completion leaves an order whose captured payment is not among its transactions.
 * Medusa then takes it for unpaid, and a refund of it for goodwill, which lowers the order twice (seen by
 * `integration-tests/chaos`). Between completions only: one under way books its own.
 */
export async function bookMissingCaptures(container: MedusaContainer, [part]: ProducerOrder[]): Promise<void> {
  if (part?.status !== "awaiting_payment" || (await unbooked(container, part.order_id)).length === 0) return
  const { cart_id, order_id } = part
  await container.resolve(Modules.LOCKING).execute(
    cart_id,
    async () => {
      for (const { id, amount } of await unbooked(container, order_id)) {
        const capture = { reference: "capture", reference_id: id, amount, currency_code: "vnd" }
        await container.resolve(Modules.ORDER).addOrderTransactions({ order_id, ...capture })
      }
    },
    { timeout: 30 },
  )
}

async function unbooked(container: MedusaContainer, orderId: string): Promise<Capture[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Capture[] }>(
    `select c.id, c.amount::float8 as amount from order_payment_collection l
     join payment p on p.payment_collection_id = l.payment_collection_id and p.canceled_at is null and p.deleted_at is null
     join capture c on c.payment_id = p.id and c.deleted_at is null
     where l.order_id = ? and l.deleted_at is null and not exists (select from order_transaction t
       where t.order_id = l.order_id and t.reference = 'capture' and t.reference_id = c.id and t.deleted_at is null)`,
    [orderId],
  )
  return rows
}
