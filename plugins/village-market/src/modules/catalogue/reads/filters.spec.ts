import { marketAddress } from "../../../web/market/address"
import { CatalogueQuery } from "./filters"
import { facetConditions, needsPrice, otherConditions } from "./visible-listings"

const parse = (address: string) => CatalogueQuery.parse(Object.fromEntries(new URLSearchParams(address.split("?")[1])))

describe("filters of the catalogue", () => {
  it("survive the way to an address and back", () => {
    const query = parse("/market?q=g%E1%BA%A1o&category=gao&ocop=4&min_price=1000&in_stock=1&sort=-price&page=3")
    expect(marketAddress(query, { page: query.page })).toBe(
      "/market?q=g%E1%BA%A1o&category=gao&ocop=4&min_price=1000&in_stock=1&sort=-price&page=3",
    )
    expect(parse(marketAddress(query, { page: 3 }))).toEqual(query)
    expect(marketAddress(query, { ocop: undefined })).not.toContain("page=")
    expect(marketAddress({})).toBe("/market")
  })

  it("take untouched fields of a form for absent", () => {
    expect(parse("/market?q=&min_price=&max_price=&sort=&page=")).toEqual({ ...parse("/market"), page: 1 })
    expect(facetConditions(parse("/market?village="))).toEqual([])
  })

  it.each(["page=0", "page=x", "ocop=2", "min_price=-1", "max_price=1.5", "sort=age", "in_stock=maybe"])(
    "refuse %s",
    (address) => {
      expect(() => parse(`/market?${address}`)).toThrow()
    },
  )

  it("put every value beside the text, never into it", () => {
    const evil = "'; drop table listing; --"
    const filters = {
      village: evil,
      category: evil,
      commune: evil,
      producer: evil,
      ocop: 4,
      min_price: 1,
      in_stock: true,
    }
    const conditions = [...facetConditions(filters), ...otherConditions(filters, [evil])]
    expect(conditions.map(({ text }) => text).join(" ")).not.toContain("drop")
    const marks = conditions.map(({ text }) => text.split("?").length - 1).reduce((a, b) => a + b)
    expect(marks).toBe(conditions.flatMap(({ values }) => values).length)
  })

  it("read prices of the whole list only when they decide about it", () => {
    expect(needsPrice({})).toBe(false)
    expect(needsPrice({ sort: "name" })).toBe(false)
    expect(needsPrice({ min_price: 0 })).toBe(true)
    expect(needsPrice({ sort: "price" })).toBe(true)
  })
})
