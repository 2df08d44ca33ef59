import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { asRefusal } from "../../../modules/catalogue/refusals"
import { CODE } from "../../../modules/coupons/code"
import { readForm } from "../../../web/form"
import type { Language } from "../../../web/language"
import { page } from "../../../web/page"
import { refusedGoods } from "../../../web/refused-goods"
import { checkout } from "../../../web/text/checkout"
import { coupons, refusalText } from "../../../web/text/coupons"
import { basketId, rememberBasket } from "../../../workflows/basket/basket-cookie"
import { addToBasket } from "../../../workflows/basket/change-basket"
import { quotesOf } from "../../../workflows/basket/offered-shipping"
import { readBasket } from "../../../workflows/basket/read-basket"
import { refusedCodes } from "../../../workflows/coupons/basket-coupons"
import { BasketPage } from "./basket-page"

export const Quantity = z.coerce.number("badQuantity").int("badQuantity").min(1, "badQuantity").max(999, "badQuantity")
const Add = z.object({ product_id: z.string(), quantity: Quantity })

const Notice = z.object({
  added: z.string().optional(),
  removed: z.string().optional(),
  quantity: z.coerce.number().int().min(1).max(999).optional(),
  code_added: z.string().regex(CODE).optional(),
  code_removed: z.string().regex(CODE).optional(),
  /** Codes that a change of the lines has put out of use. */
  lapsed: z.string().max(200).optional(),
})

export const GET = page(async (req, page) => {
  const t = checkout[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  const { added, removed, quantity, code_added, code_removed, lapsed } = Notice.safeParse(req.query).data ?? {}
  const line = basket?.items.find(({ product_id }) => product_id === added)
  const notice = line
    ? { text: t.added(line.product_title) }
    : removed && quantity
      ? { text: t.removed, undo: { product_id: removed, quantity } }
      : code_added
        ? { text: coupons[page.lang].added(code_added) }
        : code_removed
          ? { text: coupons[page.lang].removed(code_removed) }
          : undefined
  const gone = basket && lapsed ? await refusedCodes(req.scope, basket.id, lapsed.split(",")) : []
  const problem = gone.map((refusal) => refusalText(page.lang, refusal)).join(" ")
  const quotes = basket ? await quotesOf(req.scope, basket.id) : []
  return <BasketPage page={page} basket={basket} notice={notice} problem={problem} quotes={quotes} />
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
