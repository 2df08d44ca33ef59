import type { PaymentNotice } from "./payment-notice"

/** What a gateway answers when asked about a payment: `nothing` when it knows of none, `silent` when its answer proves nothing. */
export type GatewayWord =
  | { kind: "notice"; notice: PaymentNotice }
  | { kind: "nothing" }
  | { kind: "silent"; why: string }
