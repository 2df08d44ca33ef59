import { createHash, randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { GATEWAY } from "../../modules/gateway"
import { newBankReference } from "../../modules/gateway/vietqr/reference"
import { cancelStallSale, claimStallSale, type StallSale, stallSaleOf } from "../../modules/trade/stall-sales"
import { settingsOf } from "../../settings"
import { type OwnListing, ownListings } from "../reads/own-listings"

/** What a producer keys in at a stall; the sentences of complaints are keys of `web/text/stall.ts`. Whole đồng. */
export const StallSaleForm = z
  .object({
    amount: z
      .number("amountWrong")
      .int("amountWrong")
      .min(1000, "amountRange")
      .max(500_000_000, "amountRange")
      .optional(),
    listing_id: z.string().optional(),
    quantity: z
      .number("quantityWrong")
      .int("quantityWrong")
      .min(1, "quantityWrong")
      .max(999, "quantityWrong")
      .optional(),
    description: z.string().trim().max(60, "descriptionLong").optional(),
  })
  .refine(({ amount, listing_id }) => amount !== undefined || listing_id, { path: ["amount"], error: "amountMissing" })
export type StallSaleForm = z.infer<typeof StallSaleForm>

export type StallRefusal = "notOpen" | "noBank" | "no_such_product" | "not_enough" | "uneven"
export type Opened = { ok: true; sale: StallSale } | { ok: false; why: StallRefusal; left?: number }
type Seller = { id: string; status: string }

/** What can be picked at a stall: on sale, there, and not sold ahead. */
export const stallGoods = async (container: MedusaContainer, producer_id: string): Promise<OwnListing[]> =>
  (await ownListings(container, producer_id)).filter(
    ({ published, stock, reserved, window }) => published && stock > reserved && !window,
  )

/**
 * Writes down a sale and opens the attempt by which the passer-by pays it, good for a quarter of an hour. The same key
 * of one producer is one sale.
 */
export async function openStallSale(
  container: MedusaContainer,
  seller: Seller,
  form: StallSaleForm,
  key: string = randomUUID(),
): Promise<Opened> {
  if (seller.status !== "approved") return { ok: false, why: "notOpen" }
  if (!settingsOf(container).bank) return { ok: false, why: "noBank" }
  const priced = await priceOf(container, seller.id, form)
  if (!priced.ok) return priced
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const fingerprint = createHash("sha256").update(JSON.stringify(form)).digest("hex")
  return container.resolve(Modules.LOCKING).execute(
    `stall-sale:${seller.id}:${key}`,
    async () => {
      const { ok: _, ...what } = priced
      const sale = await claimStallSale(db, { producer_id: seller.id, key, fingerprint, ...what })
      if (sale.fingerprint !== fingerprint)
        throw new MedusaError(MedusaError.Types.CONFLICT, "This key was used for another sale")
      const gateway = container.resolve(GATEWAY)
      if ((await gateway.attemptsOfSubject("stall", sale.id)).length === 0) {
        const { id: subject_id, amount, expires_at } = sale
        const txn_ref = newBankReference()
        await gateway.open({ provider: "bank", purpose: "stall", subject_id, txn_ref, amount, expires_at })
      }
      return { ok: true as const, sale }
    },
    { timeout: 30 },
  )
}

type Priced =
  | ({ ok: true } & Pick<StallSale, "amount" | "quantity" | "listing_id" | "description">)
  | Exclude<Opened, { ok: true }>

async function priceOf(container: MedusaContainer, producer_id: string, form: StallSaleForm): Promise<Priced> {
  const { listing_id, description, amount = 0 } = form
  const words = description || null
  if (!listing_id) return { ok: true, amount, quantity: 1, listing_id: null, description: words }
  const own = (await stallGoods(container, producer_id)).find(({ listing }) => listing.id === listing_id)
  if (!own) return { ok: false, why: "no_such_product" }
  const quantity = form.quantity ?? 1
  const left = own.stock - own.reserved
  if (quantity > left) return { ok: false, why: "not_enough", left }
  const asked = form.amount ?? own.price * quantity
  // Each piece has a price of whole đồng.
  return asked % quantity === 0
    ? { ok: true, amount: asked, quantity, listing_id, description: words }
    : { ok: false, why: "uneven" }
}

export type Cancelled = "cancelled" | "paid" | "unknown"

/** Takes a sale back before it is paid; its QR is not taken any more. Under the lock of settling it. */
export async function cancelSale(container: MedusaContainer, producer_id: string, id: string): Promise<Cancelled> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const gateway = container.resolve(GATEWAY)
  if (!(await stallSaleOf(db, producer_id, id))) return "unknown"
  return container.resolve(Modules.LOCKING).execute(
    `complete:${id}`,
    async () => {
      const attempts = await gateway.attemptsOfSubject("stall", id)
      if (attempts.some(({ state }) => state === "captured")) return "paid"
      for (const attempt of attempts) await gateway.supersede(attempt)
      await cancelStallSale(db, id)
      return "cancelled"
    },
    { timeout: 60 },
  )
}
