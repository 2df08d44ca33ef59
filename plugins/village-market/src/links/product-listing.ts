import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import CatalogueModule from "../modules/catalogue"

/** Read only: the listing names its product. Producers are deliberately not linked, so that no `fields=` reaches them. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  { ...CatalogueModule.linkable.listing.id, primaryKey: "product_id" },
  { readOnly: true },
)
