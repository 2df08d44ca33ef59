import type { ProductDetail } from "../../modules/catalogue/reads/read-product"
import { isAhead } from "./sale-window"

/**
 * schema.org Product with its Offer, as search engines read it (https://schema.org/Product). Only what the page says
 * too; stars of OCOP are no rating by buyers and are left out.
 */
export function productJsonLd(product: ProductDetail, publicUrl: string, images: string[]): object {
  const url = `${publicUrl}/market/products/${product.handle}`
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: product.description ?? product.title,
    url,
    sku: product.listing_id,
    ...(images.length > 0 ? { image: images } : {}),
    ...(product.material ? { material: product.material } : {}),
    category: product.category.name_vi,
    weight: { "@type": "QuantitativeValue", value: product.weight_grams, unitCode: "GRM" },
    countryOfOrigin: { "@type": "Country", name: "VN" },
    ...(product.price === null
      ? {}
      : {
          offers: {
            "@type": "Offer",
            url,
            price: product.price,
            priceCurrency: "VND",
            availability: `https://schema.org/${product.stock === 0 ? "OutOfStock" : isAhead(product) ? "PreOrder" : "InStock"}`,
            ...(isAhead(product) && product.window ? { availabilityStarts: product.window.expected_on } : {}),
            seller: {
              "@type": "Organization",
              name: product.producer.name,
              url: `${publicUrl}/market/producers/${product.producer.handle}`,
            },
          },
        }),
  }
}
