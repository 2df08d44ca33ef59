import { brotliCompressSync } from "node:zlib"
import { db, demo } from "../harness/shop"
import { http, offer, page, type Seller, seller, store, word } from "./helpers/shop"

type Listing = {
  id: string
  handle: string
  title: string
  price: number
  stock: number | null
  window: object | null
  producer: { name: string; handle: string }
  village: { id: string; name: string } | null
  commune: { code: string } | null
  category: { id: string }
  ocop: { stars: number } | null
}
type Facet = { value: string; count: number }
type List = { listings: Listing[]; count: number; facets: Record<"category" | "village" | "commune" | "ocop", Facet[]> }

/** The whole list, page after page: other specs add to the shop. */
async function list(query = ""): Promise<List> {
  const first: List = (await store(`/store/listings?limit=100&facets=true&${query}`).expect(200)).body
  while (first.listings.length < first.count) {
    const { body } = await store(`/store/listings?limit=100&offset=${first.listings.length}&${query}`).expect(200)
    first.listings.push(...body.listings)
  }
  return first
}

let owner: Seller
let all: List

beforeAll(async () => {
  owner = await seller()
  all = await list()
})

describe("the list of products", () => {
  it("agrees with Medusa on every product's price and stock", async () => {
    type Product = {
      id: string
      variants: { calculated_price: { calculated_amount: number }; inventory_quantity: number }[]
    }
    const products: Product[] = []
    for (let count = 1; products.length < count; ) {
      const { body } = await store(
        `/store/products?limit=100&offset=${products.length}&order=id&region_id=${demo().region_id}&fields=id,*variants.calculated_price,+variants.inventory_quantity`,
      ).expect(200)
      count = body.count
      products.push(...body.products)
    }
    const theirs = products
      .map(({ id, variants: [variant] }) => ({
        id,
        price: variant?.calculated_price.calculated_amount,
        stock: variant?.inventory_quantity,
      }))
      .sort((a, b) => a.id.localeCompare(b.id))
    const { listings } = await list()
    // Medusa knows no windows: what is sold ahead it sells without counting.
    const ahead = new Set(listings.filter(({ window }) => window).map(({ id }) => id))
    const ours = listings.map(({ id, price, stock }) => ({ id, price, stock })).sort((a, b) => a.id.localeCompare(b.id))
    expect(ours.length).toBeGreaterThanOrEqual(59)
    const counted = ({ id }: { id: string }) => !ahead.has(id)
    expect(ours.filter(counted)).toEqual(theirs.filter(counted))
  })

  it("counts each facet under all filters but its own, and each count is what its link shows", async () => {
    const narrowed = await list("category=do-go&ocop=3")
    const matching = (other: Partial<Record<"category" | "ocop", unknown>>) =>
      all.listings.filter(
        ({ category, ocop }) =>
          (other.category === undefined || category.id === other.category) &&
          (other.ocop === undefined || ocop?.stars === other.ocop),
      )
    expect(narrowed.count).toBe(matching({ category: "do-go", ocop: 3 }).length)
    for (const { value, count } of narrowed.facets.category)
      expect(count).toBe(matching({ category: value, ocop: 3 }).length)
    for (const { value, count } of narrowed.facets.ocop)
      expect(count).toBe(matching({ category: "do-go", ocop: Number(value) }).length)
    for (const { value, count } of all.facets.village) expect((await list(`village=${value}`)).count).toBe(count)
    expect(all.facets.category.reduce((sum, { count }) => sum + count, 0)).toBe(all.count)
  })

  it("filters by producer, commune, price and stock", async () => {
    const [first] = all.listings
    const { listings } = await list(`producer=${first?.producer.handle}`)
    expect(listings.length).toBeGreaterThan(0)
    expect(listings.every(({ producer }) => producer.handle === first?.producer.handle)).toBe(true)
    const commune = first?.commune?.code ?? ""
    expect((await list(`commune=${commune}`)).listings.every((listing) => listing.commune?.code === commune)).toBe(true)
    const priced = await list("min_price=50000&max_price=100000")
    expect(priced.count).toBe(all.listings.filter(({ price }) => price >= 50_000 && price <= 100_000).length)
    const empty = await offer(owner, { title: `Hết hàng ${word()}`, stock: 0 })
    expect((await list("in_stock=1")).listings.map(({ id }) => id)).not.toContain(empty.product_id)
    expect((await list()).listings.map(({ id }) => id)).toContain(empty.product_id)
  })

  it("sorts by price both ways, by age, and by name as Vietnamese does", async () => {
    const prices = (await list("sort=price")).listings.map(({ price }) => price)
    expect(prices).toEqual([...prices].sort((a, b) => a - b))
    const down = (await list("sort=-price")).listings.map(({ price }) => price)
    expect(down).toEqual([...down].sort((a, b) => b - a))
    const names = (await list("sort=name")).listings.map(({ title }) => title)
    expect(names).toEqual([...names].sort(new Intl.Collator("vi").compare))
    const thing = await offer(owner, { title: `Mới tinh ${word()}` })
    expect((await list("sort=newest")).listings[0]?.id).toBe(thing.product_id)
  })

  it("pages without losing or repeating anything", async () => {
    const seen: string[] = []
    for (let offset = 0; ; offset += 24) {
      const { body } = await store(`/store/listings?limit=24&offset=${offset}&sort=price`).expect(200)
      seen.push(...(body as List).listings.map(({ id }) => id))
      if (offset + 24 >= body.count) {
        expect(seen).toHaveLength(body.count)
        break
      }
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect((await store("/store/listings?offset=9000").expect(200)).body.count).toBeGreaterThan(0)
  })

  it("refuses nonsense in a sentence, and a stranger without a key", async () => {
    await store("/store/listings?limit=0").expect(400)
    await store("/store/listings?min_price=abc").expect(400)
    await http().get("/store/listings").expect(400)
    const { text } = await page("/market?page=-3").expect(400)
    expect(text).toContain("Địa chỉ này có chỗ chưa đúng")
    await page("/market?ocop=9", "en").expect(400)
    for (const path of ["products", "producers", "villages"]) await page(`/market/${path}/khong-co`).expect(404)
    await store("/store/villages/khong-co").expect(404)
  })
})

describe("pages of the market", () => {
  const paths = () => {
    const listing = all.listings.find(({ village }) => village)
    return [
      "/market",
      "/market/villages",
      `/market/villages/${listing?.village?.id}`,
      `/market/producers/${listing?.producer.handle}`,
      `/market/products/${listing?.handle}`,
    ]
  }

  it("lead from the root, in both languages, light on the wire", async () => {
    await http().get("/").expect(302).expect("location", "/market")
    for (const path of paths()) {
      for (const lang of ["vi", "en"]) {
        const { text } = await page(path, lang).expect(200)
        expect(text).toContain(`<html lang="${lang}">`)
        expect(text).toContain('hreflang="en"')
        expect(brotliCompressSync(text).length).toBeLessThan(15_000)
      }
    }
    expect((await page("/market")).text.match(/class="product"/g)).toHaveLength(24)
    expect((await page("/market?sort=name&page=2").expect(200)).text).toContain("Trang 2 /")
    expect((await page("/market?category=do-go&village=nha-xa").expect(200)).text).toContain(
      "Chưa có sản phẩm nào như vậy",
    )
  })

  it("show all villages beside the map, whether or not anybody sells there", async () => {
    const { text } = await page("/market/villages")
    const { rows } = await db().query("select id, name from craft_village")
    expect(rows).toHaveLength(40)
    for (const { id, name } of rows) {
      expect(text).toContain(`/market/villages/${id}"`)
      expect(text).toContain(name)
      const village = await page(`/market/villages/${id}`).expect(200)
      expect(village.text).toContain("gần đúng")
    }
    expect(text).toMatch(/<svg class="map"[^>]*role="img" aria-label="[^"]+"/)
  })

  it("answer 304 while nothing changed, compressed as asked, and say on what they depend", async () => {
    for (const path of paths()) {
      const first = await page(path).set("accept-encoding", "br").buffer(false).expect(200)
      expect(first.headers["content-encoding"]).toBe("br")
      expect(first.headers["cache-control"]).toBe("private, no-cache")
      expect(first.headers.vary).toMatch(/Accept-Language/)
      expect(first.headers.vary).toMatch(/Cookie/)
      expect(first.headers.vary).toMatch(/Accept-Encoding/i)
      await page(path).set("if-none-match", String(first.headers.etag)).expect(304)
      const english = await page(path, "en").set("if-none-match", String(first.headers.etag)).expect(200)
      expect(english.headers.etag).not.toBe(first.headers.etag)
    }
  })

  it("tell search engines what is offered, in words the page says too", async () => {
    const title = `Bình "vôi" </script><b>${word()}`
    const thing = await offer(owner, { title, price: 345_000, stock: 3 })
    const { text } = await page(`/market/products/${thing.handle}`).expect(200)
    expect(text).not.toContain("</script><b>")
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    expect(JSON.parse(json)).toMatchObject({
      "@type": "Product",
      name: title,
      offers: {
        "@type": "Offer",
        price: 345_000,
        priceCurrency: "VND",
        availability: "https://schema.org/InStock",
        seller: { name: owner.name },
      },
    })
    expect(text.replace(/\s/g, " ")).toContain("345.000 ₫")
    const sitemap = await http().get("/sitemap.xml").expect(200)
    expect(sitemap.headers["content-type"]).toContain("xml")
    expect(sitemap.text).toContain(`/market/products/${thing.handle}?lang=vi</loc>`)
    expect(sitemap.text).toContain('hreflang="en"')
    expect((await http().get("/robots.txt").expect(200)).text).toContain("Disallow: /")
  })

  it("never show stars without how far they are proved", async () => {
    const { rows } = await db().query(
      `select p.handle, l.ocop_status from listing l join product p on p.id = l.product_id and p.status = 'published'
       where l.ocop_stars is not null`,
    )
    const words = { verified: "đã xác minh", unverified: "chưa xác minh", demo: "dữ liệu thử" } as Record<
      string,
      string
    >
    expect(rows.length).toBeGreaterThan(0)
    for (const { handle, ocop_status } of rows) {
      expect((await page(`/market/products/${handle}`).expect(200)).text).toMatch(
        new RegExp(`OCOP \\d sao – [^<]*${words[ocop_status]}`),
      )
    }
  })
})

describe("what is private", () => {
  const hidden = [
    "phone",
    "holding_key",
    "tax_code_cipher",
    "helper_name",
    "helper_phone",
    "status_reason",
    "stock_location_id",
  ]
  let secrets: string[]

  beforeAll(async () => {
    const { rows } = await db().query(
      "select phone, holding_key, tax_code_cipher, helper_name, helper_phone from producer",
    )
    secrets = [...new Set(rows.flatMap((row) => Object.values(row) as (string | null)[]))].filter(
      (value): value is string => typeof value === "string" && value.length > 5,
    )
    expect(secrets.length).toBeGreaterThan(30)
  })

  const check = (text: string) => {
    for (const secret of secrets) expect(text.includes(secret)).toBe(false)
    for (const column of hidden) expect(text).not.toContain(`"${column}"`)
  }

  it("cannot be asked out of any store route by fields", async () => {
    const [listing] = all.listings
    const tails = [
      "*producer",
      "*listing.producer",
      "*listing.producer.members",
      "*producer.phone",
      "*listing.*",
      "+listing.producer.phone",
      "*listings",
      "*producers",
      "*craft_village",
      "*sales_channels.*",
      "*evidence",
      "*listing.photo",
      "*listing_link",
      "*product_listing",
    ]
    const routes = [
      "/store/products",
      `/store/products/${listing?.id}`,
      "/store/product-variants",
      "/store/product-categories",
      "/store/collections",
      "/store/regions",
      "/store/listings",
      `/store/listings/${listing?.handle}`,
      "/store/villages",
      `/store/villages/${listing?.village?.id}`,
      `/store/producers/${listing?.producer.handle}`,
    ]
    for (const route of routes) {
      for (const tail of [...tails, tails.join(",")]) {
        const { status, text } = await store(`${route}?fields=${encodeURIComponent(tail)}`)
        expect(status).toBeLessThan(500)
        check(text)
      }
    }
  })

  it("stands on no page of the market", async () => {
    const { rows } = await db().query("select handle from producer where status = 'approved'")
    for (const { handle } of rows) check((await page(`/market/producers/${handle}`).expect(200)).text)
    for (const { handle } of all.listings.slice(0, 10)) check((await page(`/market/products/${handle}`)).text)
    check((await http().get("/sitemap.xml")).text)
  })

  it("lets a storefront have the public listing beside Medusa's product", async () => {
    const [listing] = all.listings
    const { body } = await store(`/store/products/${listing?.id}?fields=id,*listing`).expect(200)
    expect(Object.keys(body.product.listing).sort()).toEqual([
      "category_id",
      "id",
      "is_demo",
      "material",
      "ocop_decided_on",
      "ocop_stars",
      "ocop_status",
      "product_id",
      "unit",
      "vsic_code",
      "vsic_version",
      "weight_grams",
    ])
    expect((await store(`/store/products/${listing?.id}`)).body.product.listing).toBeUndefined()
  })

  it("hides an unapproved producer, its page and its products", async () => {
    const { rows } = await db().query(
      "select id, handle from producer where status <> 'approved' and handle is not null limit 1",
    )
    for (const { handle } of rows) {
      await page(`/market/producers/${handle}`).expect(404)
      await store(`/store/producers/${handle}`).expect(404)
    }
    const thing = await offer(owner, { title: `Treo ${word()}` })
    await page(`/market/products/${thing.handle}`).expect(200)
    await db().query("update producer set status = 'suspended' where id = $1", [owner.id])
    try {
      await page(`/market/products/${thing.handle}`).expect(404)
      await page("/market").expect(200)
    } finally {
      await db().query("update producer set status = 'approved' where id = $1", [owner.id])
    }
    await page(`/market/products/${thing.handle}`).expect(200)
  })
})
