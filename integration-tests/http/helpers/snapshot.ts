import { db } from "../../harness/shop"

/** Everything Medusa and we know of orders, their money and the goods held for them. */
const OF_ORDERS = [
  ...["order", "order_change", "order_change_action", "order_item", "order_line_item", "order_credit_line"],
  ...["order_shipping", "order_transaction", "order_summary", "order_claim", "order_exchange", "return", "return_item"],
  ...["fulfillment", "payment", "payment_collection", "capture", "refund", "reservation_item"],
  ...["producer_order", "sale_event", "refund_due"],
]
const OF_PRODUCERS = [
  ...["product", "product_variant", "product_option", "price", "price_list", "inventory_item", "inventory_level"],
  ...[
    "stock_location",
    "shipping_profile",
    "shipping_option",
    "shipping_option_rule",
    "service_zone",
    "fulfillment_set",
  ],
  ...["product_sales_channel", "sales_channel_stock_location", "product_shipping_profile", "listing", "producer"],
]

/** A digest of each table, to see that a refused request has changed nothing. */
export async function snapshot(tables: "orders" | "producers") {
  const names = tables === "orders" ? OF_ORDERS : OF_PRODUCERS
  const digests = await Promise.all(
    names.map(async (name) => {
      const { rows } = await db().query(
        `select count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as digest from "${name}" t`,
      )
      return [name, rows[0]] as const
    }),
  )
  return Object.fromEntries(digests)
}
