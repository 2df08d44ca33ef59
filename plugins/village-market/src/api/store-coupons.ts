import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { COUPONS } from "../modules/coupons"
import { tidyCode } from "../modules/coupons/code"
import { judgeCoupons, type Refusal } from "../modules/coupons/judge-coupons"
import { pickLanguage } from "../web/language"
import { refusalText, coupons as text } from "../web/text/coupons"
import { firmUpCodes, refusedCodes } from "../workflows/coupons/basket-coupons"

const Codes = z.object({ promo_codes: z.array(z.string()).max(20) })

const Begun = z.object({ provider_id: z.string().optional().catch(undefined) }).catch({})

/** Codes as they are stored, however they were typed; nothing when none are sent, or not as a list. */
function tidy(req: MedusaRequest): string[] {
  const sent = Codes.safeParse(req.body)
  if (!sent.success) return []
  const promo_codes = [...new Set(sent.data.promo_codes.map(tidyCode))]
  req.body = { ...(typeof req.body === "object" ? req.body : {}), promo_codes }
  // Medusa has read the body by now; its routes use what it read.
  if (typeof req.validatedBody === "object") req.validatedBody = { ...req.validatedBody, promo_codes }
  return promo_codes
}

/** The first refusal as a sentence in the buyer's language. Medusa drops some codes without a word and keeps others. */
function refuse(req: MedusaRequest, [first]: Refusal[]) {
  if (first) throw new MedusaError(MedusaError.Types.INVALID_DATA, refusalText(pickLanguage(req), first))
}

/** Before a code goes into a basket: either it takes something off, or the buyer reads why not and nothing changes. */
const check =
  (mode: "add" | "replace") => async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    const codes = tidy(req)
    const id = String(req.params.id)
    if (codes.length > 0 && (await isBasket(req, id))) refuse(req, await refusedCodes(req.scope, id, codes, mode))
    next()
  }

/** A basket that is only being made has no lines to judge by; the code itself is judged. */
async function checkNew(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  const codes = tidy(req)
  if (codes.length > 0) {
    const known = await req.scope.resolve(COUPONS).byCodes(codes)
    const { refused } = judgeCoupons(codes, known, [], new Date())
    refuse(
      req,
      refused.filter(({ why }) => why !== "other_goods"),
    )
  }
  next()
}

function tidyOnly(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  tidy(req)
  next()
}

/** A payment begins over a basket whose coupons still stand. */
async function stillStanding(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    filters: { payment_collection_id: String(req.params.id) },
    fields: ["cart_id"],
  })
  const lang = pickLanguage(req)
  const { provider_id } = Begun.parse(req.body)
  const [lapsed] = data[0]?.cart_id ? await firmUpCodes(req.scope, data[0].cart_id, provider_id ?? "") : []
  if (lapsed) throw new MedusaError(MedusaError.Types.CONFLICT, text[lang].lapsed(refusalText(lang, lapsed)))
  next()
}

/** Baskets that are not there, or are ordered already, get Medusa's own answer. */
async function isBasket(req: MedusaRequest, id: string): Promise<boolean> {
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", filters: { id }, fields: ["id", "completed_at"] })
  return data[0] !== undefined && !data[0].completed_at
}

export const storeCouponMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts", methods: ["POST"], middlewares: [checkNew] },
  { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [check("replace")] },
  { matcher: "/store/carts/:id/promotions", methods: ["POST"], middlewares: [check("add")] },
  { matcher: "/store/carts/:id/promotions", methods: ["DELETE"], middlewares: [tidyOnly] },
  { matcher: "/store/payment-collections/:id/payment-sessions", methods: ["POST"], middlewares: [stillStanding] },
]
