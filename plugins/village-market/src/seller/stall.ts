import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type Transfer, transferOf } from "../buyer/read-transfer"
import { CATALOGUE } from "../modules/catalogue"
import { GATEWAY } from "../modules/gateway"
import type { PaymentAttempt } from "../modules/gateway/rows"
import { type StallSale, stallSaleOf, stallSalesToday } from "../modules/trade/stall-sales"
import { settingsOf } from "../settings"

/**
 * `open`: may be paid; `arrived`: the money is here, the order follows; `sold`: the order is there; `returned`: the
 * money goes back; `over`: nobody paid in time; `cancelled`: taken back before it was paid.
 */
export type StallState = "open" | "arrived" | "sold" | "returned" | "over" | "cancelled"

/** How a sale stands, by its row and its attempt. */
export function stallState(
  sale: Pick<StallSale, "cancelled_at" | "expires_at">,
  attempt: Pick<PaymentAttempt, "state" | "completion"> | undefined,
  now = new Date(),
): StallState {
  if (attempt?.state === "captured") {
    if (attempt.completion === "refund_due") return "returned"
    return attempt.completion === "completed" ? "sold" : "arrived"
  }
  if (sale.cancelled_at) return "cancelled"
  return now > sale.expires_at ? "over" : "open"
}

export type OwnStallSale = Awaited<ReturnType<typeof readStallSale>>

/** One sale of this producer with its QR; another's is `NOT_FOUND`. */
export async function readStallSale(container: MedusaContainer, producer_id: string, id: string) {
  const sale = await stallSaleOf(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), producer_id, id)
  if (!sale) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such sale")
  const gateway = container.resolve(GATEWAY)
  const { bank } = settingsOf(container)
  const [attempt] = await gateway.attemptsOfSubject("stall", id)
  const transfer: Transfer | undefined =
    bank && attempt ? transferOf(bank, attempt, await gateway.bank.lookedAtFor(attempt.id)) : undefined
  return { ...sale, state: stallState(sale, attempt), transfer }
}

/** Today's sales, newest first, and what came in by them; whole đồng. */
export async function stallSalesOfToday(container: MedusaContainer, producer_id: string) {
  const rows = await stallSalesToday(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), producer_id)
  const gateway = container.resolve(GATEWAY)
  const attempts = await gateway.attemptsOfSubjects(
    "stall",
    rows.map(({ id }) => id),
  )
  const titles = await titlesOf(container, rows)
  const sales = rows.map((sale) => ({
    ...sale,
    title: titles.get(sale.listing_id ?? "") ?? null,
    state: stallState(
      sale,
      attempts.find(({ subject_id }) => subject_id === sale.id),
    ),
  }))
  const paid = sales.filter(({ state }) => state === "sold" || state === "arrived")
  return { sales, count: paid.length, total: paid.reduce((sum, { amount }) => sum + amount, 0) }
}

async function titlesOf(container: MedusaContainer, sales: StallSale[]): Promise<Map<string, string>> {
  const ids = [...new Set(sales.flatMap(({ listing_id }) => listing_id ?? []))]
  if (ids.length === 0) return new Map()
  const listings = await container.resolve(CATALOGUE).listListings({ id: ids }, { take: ids.length })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "title"],
    filters: { id: listings.map(({ product_id }) => product_id) },
  })
  const titleOf = new Map(data.map(({ id, title }) => [id, String(title)]))
  return new Map(listings.map(({ id, product_id }) => [id, titleOf.get(product_id) ?? ""]))
}

/** A sale as JSON hands it out: what was keyed in, how it stands, and the text of its QR. */
export const stallSaleJson = ({ transfer, ...sale }: OwnStallSale) => ({
  ...{ id: sale.id, state: sale.state, amount: sale.amount, quantity: sale.quantity, listing_id: sale.listing_id },
  ...{
    description: sale.description,
    created_at: sale.created_at,
    expires_at: sale.expires_at,
    order_id: sale.order_id,
  },
  reference: transfer?.reference ?? null,
  payload: sale.state === "open" ? (transfer?.payload ?? null) : null,
  looked_at: transfer?.looked_at ?? 0,
})
