import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readStallSale, stallSaleJson, stallSalesOfToday } from "../../../../seller/stall"
import { readForm } from "../../../../web/form"
import { pickLanguage } from "../../../../web/language"
import { openStallSale, StallSaleForm } from "../../../../workflows/stall/open-stall-sale"
import type { ProducerRequest } from "../../../actors"
import { idempotencyKey } from "../../../idempotency-key"
import { sayStall, stallProblem } from "../../../producer/stall/say-stall"

/** Today's sales at the stall, newest first, with how many were paid and what came in; whole đồng. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const { sales, count, total } = await stallSalesOfToday(req.scope, req.producer.id)
  res.json({
    sales: sales.map(({ id, state, amount, quantity, listing_id, title, description, created_at, order_id }) => ({
      ...{ id, state, amount, quantity, listing_id, title, description, created_at, order_id },
    })),
    ...{ count, total },
  })
}

/** `{ amount?, listing_id?, quantity?, description? }` → the sale with its QR. The same `Idempotency-Key` makes one sale. */
export const POST = async (req: ProducerRequest<unknown>, res: MedusaResponse) => {
  const lang = pickLanguage(req)
  const form = readForm(StallSaleForm, req.body ?? {}, sayStall(lang))
  if (!form.ok) {
    const lines = Object.entries(form.errors).map(([field, sentence]) => `${field}: ${sentence}`)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, lines.join(" "))
  }
  const opened = await openStallSale(req.scope, req.producer, form.value, idempotencyKey(req))
  if (!opened.ok) {
    const { NOT_FOUND, CONFLICT } = MedusaError.Types
    throw new MedusaError(opened.why === "no_such_product" ? NOT_FOUND : CONFLICT, stallProblem(lang, opened))
  }
  res.status(201).json({ sale: stallSaleJson(await readStallSale(req.scope, req.producer.id, opened.sale.id)) })
}
