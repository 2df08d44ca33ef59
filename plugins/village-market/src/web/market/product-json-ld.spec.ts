import type { ProductDetail } from "../../modules/catalogue/reads/read-product"
import { productJsonLd } from "./product-json-ld"

const product: ProductDetail = {
  id: "prod_1",
  listing_id: "lst_1",
  handle: "nuoc-mam",
  title: "Nước mắm",
  price: 120_000,
  highest_price: 120_000,
  unit: "lít",
  stock: 3,
  category: { id: "mam", name_vi: "Mắm", name_en: "Fish sauce" },
  producer: { name: "HTX Cồn Gió", handle: "htx-con-gio" },
  village: null,
  commune: null,
  ocop: { stars: 5, status: "unverified", decided_on: null },
  is_demo: false,
  description: null,
  material: null,
  weight_grams: 1100,
  vsic: { code: "10209", version: "2025", name: null },
  maker: { kind: "cooperative", origin: "own_made", makes: null },
  photos: [],
  variants: [],
  window: null,
  updated_at: "2026-11-24",
}

describe("a product as schema.org knows it", () => {
  it("offers it in đồng, in stock or not", () => {
    const data = productJsonLd(product, "https://cho.vn", ["https://cho.vn/a.jpeg"])
    expect(data).toMatchObject({
      "@type": "Product",
      name: "Nước mắm",
      image: ["https://cho.vn/a.jpeg"],
      offers: { price: 120_000, priceCurrency: "VND", availability: "https://schema.org/InStock" },
    })
    expect(productJsonLd({ ...product, stock: 0 }, "https://cho.vn", [])).toMatchObject({
      offers: { availability: "https://schema.org/OutOfStock" },
    })
    expect(productJsonLd({ ...product, stock: null }, "https://cho.vn", [])).toMatchObject({
      offers: { availability: "https://schema.org/InStock" },
    })
  })

  it("says nothing it does not know, and makes no rating of unproved stars", () => {
    const data = productJsonLd({ ...product, price: null }, "https://cho.vn", [])
    expect(Object.keys(data)).not.toEqual(expect.arrayContaining(["offers"]))
    expect(Object.keys(data)).not.toEqual(expect.arrayContaining(["image"]))
    expect(JSON.stringify(data)).not.toMatch(/rating|OCOP/i)
  })
})
