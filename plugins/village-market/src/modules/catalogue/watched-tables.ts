/**
 * Every table a page of the catalogue reads; an edit of any of them bumps `catalogue_version`.
 * Reservations are not listed because Medusa keeps their sum in `inventory_level.reserved_quantity`.
 */
export const WATCHED_TABLES = [
  "product",
  "product_variant",
  "product_variant_price_set",
  "price",
  "product_variant_inventory_item",
  "inventory_level",
  "product_sales_channel",
  "sales_channel_stock_location",
  "store",
  "listing",
  "sale_window",
  "ahead_line",
  "photo",
  "category",
  "producer",
  "craft_village",
  "commune",
  "industry",
] as const
