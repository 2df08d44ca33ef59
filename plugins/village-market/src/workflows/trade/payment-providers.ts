import type { PaymentMeans } from "../../modules/trade/rows"

/** Medusa's names of the payment providers, by the means they take. */
export const PROVIDER_OF = {
  vnpay: "pp_vnpay_vnpay",
  bank: "pp_bank_bank",
  stripe: "pp_stripe_stripe",
  cash: "pp_cash_cash",
} as const satisfies Record<PaymentMeans, string>
export const CASH_PROVIDER = PROVIDER_OF.cash
export const VNPAY_PROVIDER = PROVIDER_OF.vnpay
export const BANK_PROVIDER = PROVIDER_OF.bank

/** The means a provider takes; undefined for one that is not ours. */
export const meansOf = (providerId: string): PaymentMeans | undefined =>
  (Object.keys(PROVIDER_OF) as PaymentMeans[]).find((means) => PROVIDER_OF[means] === providerId)
