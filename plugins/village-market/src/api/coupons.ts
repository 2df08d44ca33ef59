import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { COUPONS } from "../modules/coupons"
import { type CouponUse, couponState } from "../modules/coupons/coupon-use"
import { readForm } from "../web/form"
import { pickLanguage } from "../web/language"
import { couponForm, sayIn } from "../web/text/coupon-form"
import { CouponRule, createCouponWorkflow } from "../workflows/create-coupon"
import { stopCouponWorkflow } from "../workflows/stop-coupon"

/** A coupon as JSON shows it to whoever may see it; amounts in whole đồng. */
export const couponJson = ({ promotion_id, ...coupon }: CouponUse) => ({
  id: promotion_id,
  state: couponState(coupon),
  ...coupon,
})

/** Makes the coupon that a JSON request describes; funded by the producer, or by the platform without one. */
export async function createCoupon(req: MedusaRequest, by: string, producerId: string | null) {
  const lang = pickLanguage(req)
  const rule = readForm(CouponRule, req.body ?? {}, sayIn(lang))
  if (!rule.ok) {
    const message = Object.entries(rule.errors)
      .map(([field, text]) => `${field}: ${text}`)
      .join(" ")
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  const made = await createOrRefuse(req.scope, rule.value, by, producerId)
  if (!made) throw new MedusaError(MedusaError.Types.CONFLICT, couponForm[lang].codeTaken)
  return oneCoupon(req.scope, made)
}

/** The id of the new coupon; nothing when its code is taken. */
export async function createOrRefuse(
  container: MedusaContainer,
  rule: CouponRule,
  by: string,
  producer_id: string | null,
): Promise<string | undefined> {
  const { result } = await createCouponWorkflow(container).run({ input: { ...rule, by, producer_id } })
  return result.id ?? undefined
}

/** A coupon, of this producer when one is named; another's is not found. */
export async function oneCoupon(container: MedusaContainer, id: string, producerId?: string): Promise<CouponUse> {
  const [coupon] = await container.resolve(COUPONS).list({ id, producerId })
  if (!coupon) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such coupon")
  return coupon
}

export async function stopCoupon(container: MedusaContainer, id: string, by: string, producerId?: string) {
  await stopCouponWorkflow(container).run({ input: { id, by, producer_id: producerId } })
  return oneCoupon(container, id, producerId)
}

/** Only an open shop gives discounts; what it made before stays listed. */
export function refuseUnopened(status: string, lang: "vi" | "en") {
  if (status !== "approved") throw new MedusaError(MedusaError.Types.NOT_ALLOWED, couponForm[lang].notOpen)
}
