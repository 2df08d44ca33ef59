/** A payment of an order as Medusa keeps it; amounts in đồng. */
export type OrderPayment = { provider_id: string; amount: number; captured: number; canceled: boolean }

/** Whether the parts of an order may be placed: captured money covers the total, or cash was promised for all of it. */
export function paymentStands(total: number, payments: OrderPayment[], cashProvider: string): boolean {
  const live = payments.filter(({ canceled }) => !canceled)
  const captured = live.reduce((sum, payment) => sum + payment.captured, 0)
  const promised = live
    .filter(({ provider_id }) => provider_id === cashProvider)
    .reduce((sum, { amount }) => sum + amount, 0)
  return captured >= total || promised >= total
}
