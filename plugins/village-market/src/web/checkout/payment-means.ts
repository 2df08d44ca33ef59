import type { PaymentMeans } from "../../modules/trade/rows"
import type { Settings } from "../../settings"
import type { Language } from "../language"
import { checkout } from "../text/checkout"

/** A means of payment as the checkout offers it. */
export type OfferedMeans = { value: PaymentMeans; label: string; hint: string }

/** What a buyer can pay with in this shop, the best first. */
export function offeredMeans(settings: Pick<Settings, "vnpay" | "bank" | "stripe">, lang: Language): OfferedMeans[] {
  const t = checkout[lang]
  const on: Record<PaymentMeans, boolean> = {
    vnpay: Boolean(settings.vnpay),
    bank: Boolean(settings.bank),
    stripe: Boolean(settings.stripe),
    cash: true,
  }
  return (["vnpay", "bank", "stripe", "cash"] as const)
    .filter((means) => on[means])
    .map((value) => ({ value, ...t.means[value] }))
}
