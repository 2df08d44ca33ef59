import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayWord } from "../modules/gateway/gateway-word"
import type { RefundTurn, TakenDown } from "../modules/gateway/refunds"
import { type PaymentAttempt, PROVIDERS } from "../modules/gateway/rows"
import { settingsOf } from "../settings"
import { stripeGateway } from "./stripe-gateway"
import { vnpayGateway } from "./vnpay-gateway"

/** A refund whose turn it is, with its payment. */
export type RefundToSpeakOf = Extract<RefundTurn, { refund: object }>

/** The interface of a payment gateway from server to server. Nothing here writes: the caller takes down what is said. */
export type PaymentGateway = {
  /** How long after sending a refund the gateway may still be about to carry it out, in seconds. */
  refundDoubtSeconds: number
  /** Asks what became of an attempt; for any attempt, at any time. */
  ask(attempt: PaymentAttempt): Promise<GatewayWord>
  /** Sends the refund stored in the turn. Called once per stored try. */
  sendRefund(turn: RefundToSpeakOf): Promise<TakenDown>
  /** Asks what became of a refund that is in doubt. */
  lookUpRefund(turn: RefundToSpeakOf): Promise<TakenDown>
}

/** The gateways that can be asked to give money back. */
export function gatewaysSetUp(container: MedusaContainer): PaymentAttempt["provider"][] {
  return PROVIDERS.filter((provider) => gatewayOf(container, provider) !== undefined)
}

/** The gateway that took an attempt's money; undefined for one that is not set up, or that has no such interface. */
export function gatewayOf(
  container: MedusaContainer,
  provider: PaymentAttempt["provider"],
): PaymentGateway | undefined {
  const { vnpay, stripe } = settingsOf(container)
  switch (provider) {
    case "vnpay":
      return vnpay && vnpayGateway(vnpay)
    // What was transferred from bank to bank goes back by hand, and nobody can be asked about it.
    case "bank":
      return undefined
    case "stripe":
      return stripe && stripeGateway(stripe)
  }
}
