import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
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
  async initiatePayment({ data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    return { id: String(data?.session_id), status: PaymentSessionStatus.PENDING, data: {} }
  }
  async updatePayment(_: UpdatePaymentInput): Promise<PaymentProviderOutput> {
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
  async refundPayment(_: RefundPaymentInput): Promise<PaymentProviderOutput> {
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

export default ModuleProvider(Modules.PAYMENT, { services: [CashProvider] })
