import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  BigNumberInput,
  CancelPaymentInput,
  CapturePaymentInput,
  DeletePaymentInput,
  GetPaymentStatusInput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentProviderOutput,
  RefundPaymentInput,
  RetrievePaymentInput,
  UpdatePaymentInput,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  BigNumber,
  MedusaError,
  ModuleProvider,
  Modules,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/**
 * Cash on delivery: the buyer's promise authorises the whole basket, and each producer's part is captured when its
 * goods are handed over. No money passes through here, so nothing is ever waited for or sent.
 */
class CashProvider extends AbstractPaymentProvider {
  static identifier = "cash"

  // Not useless: Medusa's own is protected, and a provider has to be constructible.
  constructor(cradle: Record<string, unknown>, options: Record<string, unknown>) {
    super(cradle, options)
  }

  /** The session keeps nothing of what a storefront sends along. */
  async initiatePayment({ amount, data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    requireWhole(amount)
    return { id: String(data?.session_id), status: PaymentSessionStatus.PENDING, data: {} }
  }
  async updatePayment({ amount }: UpdatePaymentInput): Promise<PaymentProviderOutput> {
    requireWhole(amount)
    return { data: {} }
  }
  async deletePayment(_: DeletePaymentInput): Promise<PaymentProviderOutput> {
    return { data: {} }
  }
  async authorizePayment(_: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { status: PaymentSessionStatus.AUTHORIZED, data: {} }
  }
  async capturePayment(_: CapturePaymentInput): Promise<PaymentProviderOutput> {
    return { data: {} }
  }
  async cancelPayment(_: CancelPaymentInput): Promise<PaymentProviderOutput> {
    return { data: {} }
  }
  /** Cash goes back by hand; Medusa's refund is the record of it. */
  async refundPayment({ amount }: RefundPaymentInput): Promise<PaymentProviderOutput> {
    requireWhole(amount)
    return { data: {} }
  }
  async retrievePayment(_: RetrievePaymentInput): Promise<PaymentProviderOutput> {
    return { data: {} }
  }
  async getPaymentStatus(_: GetPaymentStatusInput): Promise<AuthorizePaymentOutput> {
    return { status: PaymentSessionStatus.AUTHORIZED, data: {} }
  }
  async getWebhookActionAndData() {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

/** Nobody can hand over a fraction of a đồng; Medusa's own checks let one through. */
function requireWhole(amount: BigNumberInput) {
  const dong = new BigNumber(amount).numeric
  if (Number.isSafeInteger(dong) && dong >= 0) return
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `Cash is paid in whole đồng, not ${dong}`)
}

export default ModuleProvider(Modules.PAYMENT, { services: [CashProvider] })
