import type { MedusaRequest } from "@medusajs/framework/http"
import { PromotionActions } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { tidyCode } from "../../../../modules/coupons/code"
import { page } from "../../../../web/page"
import { coupons, refusalText } from "../../../../web/text/coupons"
import { basketId } from "../../../../workflows/basket/basket-cookie"
import { quotesOf } from "../../../../workflows/basket/offered-shipping"
import { readBasket } from "../../../../workflows/basket/read-basket"
import { changeCodes, refusedCodes } from "../../../../workflows/coupons/basket-coupons"
import { BasketPage } from "../basket-page"

const Form = z.object({
  code: z.string().max(40).default("").catch(""),
  remove: z.string().max(40).optional().catch(undefined),
})

/** Uses a coupon's code, or takes it out; a code that takes nothing off changes nothing, and the buyer reads why. */
export const POST = page<MedusaRequest<unknown>>(async (req, page) => {
  const t = coupons[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  if (!basket?.items.length) return { redirect: "/market/basket" }
  const { code: typed, remove } = Form.parse(req.body ?? {})
  if (remove !== undefined) {
    const code = tidyCode(remove)
    await changeCodes(req.scope, basket.id, [code], PromotionActions.REMOVE)
    return { redirect: `/market/basket?code_removed=${encodeURIComponent(code)}` }
  }
  const code = tidyCode(typed)
  const [refused] = code ? await refusedCodes(req.scope, basket.id, [code]) : []
  if (refused || !code) {
    const problem = refused ? refusalText(page.lang, refused) : t.missing
    const quotes = await quotesOf(req.scope, basket.id)
    return { status: 400, body: <BasketPage {...{ page, basket, quotes }} coupon={{ typed, problem }} /> }
  }
  await changeCodes(req.scope, basket.id, [code], PromotionActions.ADD)
  return { redirect: `/market/basket?code_added=${code}` }
})
