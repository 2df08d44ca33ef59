import { sellersOpen } from "./guards/payment-session"
import { guarded, ours, passes, type Verdicts } from "./verdict"

/** Medusa's routes for storefronts. */
export const storefrontRoutes: Verdicts = {
  ...ours(
    "order",
    "POST /store/orders/:id/transfer/accept",
    "POST /store/orders/:id/transfer/cancel",
    "POST /store/orders/:id/transfer/decline",
    "POST /store/orders/:id/transfer/request",
    "POST /store/returns",
  ),
  ...passes(
    "Takes something out of a basket.",
    "DELETE /store/carts/:id/line-items/:line_id",
    "DELETE /store/carts/:id/promotions",
  ),
  ...passes(
    "Hooks inside the workflow check sellers, stock and money.",
    "POST /store/carts/:id/complete",
    "POST /store/carts/:id/line-items/:line_id",
    "POST /store/carts/:id/line-items",
  ),
  ...passes(
    "The hook on completion looks at every basket again.",
    "POST /store/carts/:id/customer",
    "POST /store/carts/:id/shipping-methods",
    "POST /store/carts/:id/taxes",
  ),
  ...passes(
    "A code that takes nothing off is refused before it gets here; what it takes off is our own promotion module's.",
    "POST /store/carts/:id/promotions",
  ),
  ...passes(
    "A basket's words are the storefront's; what an order is told apart by (channel, seller) is never read from them.",
    "POST /store/carts/:id",
    "POST /store/carts",
  ),
  ...guarded(sellersOpen, "POST /store/payment-collections/:id/payment-sessions"),
  ...passes("Only names the sum of a basket; nothing is paid by it.", "POST /store/payment-collections"),
  ...passes(
    "A customer's own account.",
    "DELETE /store/customers/me/addresses/:address_id",
    "POST /store/customers/me/addresses/:address_id",
    "POST /store/customers/me/addresses",
    "POST /store/customers/me",
    "POST /store/customers",
  ),
  ...passes("Asks a question and changes nothing.", "POST /store/search", "POST /store/shipping-options/:id/calculate"),
}
