import { offer, page, type Seller, seller, store, within, word } from "./helpers/shop"

let owner: Seller

beforeAll(async () => {
  owner = await seller()
})

type Listing = { title: string; handle: string }
const search = async (q: string) => {
  const { body } = await store(`/store/listings?q=${encodeURIComponent(q)}&limit=100`).expect(200)
  return {
    titles: (body.listings as Listing[]).map(({ title }) => title),
    approximate: body.approximate as boolean,
    count: body.count as number,
  }
}

describe("search", () => {
  it.each([
    ["tơ tằm", "Khăn lụa tơ tằm"],
    ["to tam", "Khăn lụa tơ tằm"],
    ["TƠ TẰM".normalize("NFD"), "Khăn lụa tơ tằm"],
    ["do go", "Đồ thờ gỗ mít (hoành phi, câu đối)"],
    ["đồ gỗ", "Đồ thờ gỗ mít (hoành phi, câu đối)"],
    ["gao tam", "Gạo tám xoan Hải Hậu"],
    ["la xuyen", "Sập gụ chạm khắc"],
  ])("finds by %s", async (q, title) => {
    const { titles, approximate } = await search(q)
    expect(approximate).toBe(false)
    expect(titles).toContain(title)
  })

  it("asks for all words: silk is not rice", async () => {
    expect((await search("to tam")).titles.every((title) => !title.startsWith("Gạo"))).toBe(true)
    expect((await search("xyzzy qwrtp")).count).toBe(0)
  })

  it("forgives a typo only when nothing fits, and says so", async () => {
    const { titles, approximate } = await search("nuoc man")
    expect(approximate).toBe(true)
    // Shrimp paste lies in the same category of fish sauces, so its words are as near.
    expect(titles.slice(0, 2).sort()).toEqual(["Mắm tôm Giao Châu", "Nước mắm Sa Châu cốt"])
    expect((await page("/market?q=nuoc+man").expect(200)).text).toContain("kết quả gần đúng")
    expect((await search("nuoc mam")).approximate).toBe(false)
  })

  it("puts the accents one typed before those one did not", async () => {
    const name = word()
    await offer(owner, { title: `Chè đông ${name}` })
    await offer(owner, { title: `Lư đồng ${name}` })
    await within(4000, async () => expect((await search(`dong ${name}`)).count).toBe(2))
    expect((await search(`đồng ${name}`)).titles).toEqual([`Lư đồng ${name}`, `Chè đông ${name}`])
    expect((await search(`đông ${name}`)).titles).toEqual([`Chè đông ${name}`, `Lư đồng ${name}`])
  })

  it("finds a new product within two seconds, under its new name too, and loses a hidden one at once", async () => {
    const [name, later] = [word(), word()]
    const thing = await offer(owner, { title: `Nón lá ${name}` })
    await within(2000, async () => expect((await search(name)).titles).toEqual([`Nón lá ${name}`]))
    const mine = (what: string) => `/producers/me/listings/${thing.listing_id}${what}`
    await owner
      .as("post", mine(""))
      .send({ title: `Nón lá ${later}` })
      .expect(200)
    await within(2000, async () => expect((await search(later)).titles).toEqual([`Nón lá ${later}`]))
    await owner.as("post", mine("/hide")).expect(200)
    expect((await search(later)).titles).not.toContain(`Nón lá ${later}`)
    await owner.as("post", mine("/show")).expect(200)
    await within(2000, async () => expect((await search(later)).titles).toEqual([`Nón lá ${later}`]))
  })

  it("narrows what it found by the filters, with fresh prices", async () => {
    const name = word()
    const cheap = await offer(owner, { title: `Rổ tre ${name} nhỏ`, price: 50_000 })
    await offer(owner, { title: `Rổ tre ${name} to`, price: 90_000 })
    await within(4000, async () => expect((await search(name)).count).toBe(2))
    const narrowed = async () => (await store(`/store/listings?q=${name}&max_price=60000`).expect(200)).body
    expect((await narrowed()).listings.map(({ title }: Listing) => title)).toEqual([`Rổ tre ${name} nhỏ`])
    await owner.as("post", `/producers/me/listings/${cheap.listing_id}`).send({ price: 70_000 }).expect(200)
    expect((await narrowed()).count).toBe(0)
  })

  it("answers strange words without harm", async () => {
    for (const q of ["'; drop table product; --", "%%%", "a & b | !c", "<b>", "\\", "()"]) {
      const { status, text } = await page(`/market?q=${encodeURIComponent(q)}`)
      expect(status).toBe(200)
      expect(text).not.toContain("<b>")
    }
    await page(`/market?q=${"x".repeat(101)}`).expect(400)
  })
})
