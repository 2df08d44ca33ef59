import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { asRefusal } from "../../../modules/catalogue/refusals"
import { readForm } from "../../../web/form"
import type { Language } from "../../../web/language"
import { page } from "../../../web/page"
import { refusedGoods } from "../../../web/refused-goods"
import { checkout } from "../../../web/text/checkout"
import { basketId, rememberBasket } from "../../../workflows/basket/basket-cookie"
import { addToBasket } from "../../../workflows/basket/change-basket"
import { quotesOf } from "../../../workflows/basket/offered-shipping"
import { readBasket } from "../../../workflows/basket/read-basket"
import { BasketPage } from "./basket-page"

export const Quantity = z.coerce.number("badQuantity").int("badQuantity").min(1, "badQuantity").max(999, "badQuantity")
const Add = z.object({ product_id: z.string(), quantity: Quantity })

const Notice = z.object({
  added: z.string().optional(),
  removed: z.string().optional(),
  quantity: z.coerce.number().int().min(1).max(999).optional(),
})

export const GET = page(async (req, page) => {
  const t = checkout[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  const { added, removed, quantity } = Notice.safeParse(req.query).data ?? {}
  const line = basket?.items.find(({ product_id }) => product_id === added)
  const notice = line
    ? { text: t.added(line.product_title) }
    : removed && quantity
      ? { text: t.removed, undo: { product_id: removed, quantity } }
      : undefined
  const quotes = basket ? await quotesOf(req.scope, basket.id) : []
  return <BasketPage page={page} basket={basket} notice={notice} quotes={quotes} />
})

export const POST = page<MedusaRequest<unknown>>(async (req, page, res) => {
  const t = checkout[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  const form = readForm(Add, req.body, () => t.badQuantity)
  if (!form.ok) return { status: 400, body: <BasketPage page={page} basket={basket} problem={t.badQuantity} /> }
  const { product_id, quantity } = form.value
  try {
    const id = await addToBasket(req.scope, { cartId: basket?.id, productId: product_id, quantity, lang: page.lang })
    rememberBasket(req, res, id)
  } catch (error) {
    return { status: 409, body: <BasketPage page={page} basket={basket} problem={stockProblem(error, page.lang)} /> }
  }
  return { redirect: `/market/basket?added=${encodeURIComponent(product_id)}` }
})

/** A refusal of goods or of a quantity, as the buyer reads it. Anything else is ours to see. */
export function stockProblem(thrown: unknown, lang: Language): string {
  const error = asRefusal(thrown)
  if (!(error instanceof MedusaError)) throw error
  return refusedGoods(error.message, lang) ?? checkout[lang].gone
}
