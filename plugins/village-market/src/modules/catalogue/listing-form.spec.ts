import { listing } from "../../web/text/listing"
import { QUESTIONS, type Question, unanswered } from "./listing-form"

const ask = (question: Question, body: unknown) => {
  const result = QUESTIONS[question].safeParse(body)
  return result.success ? result.data : result.error.issues.map(({ path, message }) => [path.join("."), message])
}

describe("the questions of posting", () => {
  it("turn what people type into what a listing holds", () => {
    expect(ask("name", { title: "  Bình gốm ", description: "" })).toEqual({ title: "Bình gốm", description: null })
    expect(ask("price", { price: "1.250.000đ", unit: "cái" })).toEqual({ price: 1_250_000, unit: "cái" })
    expect(ask("weight", { weight: "1,5", weight_unit: "kg" })).toEqual({ weight_grams: 1500 })
    expect(ask("ocop", { ocop_stars: "", ocop_decided_on: "2026-01-02" })).toEqual({
      ocop_stars: null,
      ocop_decided_on: null,
    })
    expect(ask("ocop", { ocop_stars: "4", ocop_decided_on: "2026-01-02" })).toEqual({
      ocop_stars: 4,
      ocop_decided_on: "2026-01-02",
    })
  })

  it.each<[Question, unknown, string, string]>([
    ["name", {}, "title", "titleShort"],
    ["shelf", { category_id: "" }, "category_id", "categoryMissing"],
    ["price", { price: "12,5", unit: "cái" }, "price", "priceFraction"],
    ["price", { price: "999", unit: "cái" }, "price", "priceRange"],
    ["price", { price: "3.000.000.000", unit: "cái" }, "price", "priceRange"],
    ["price", { unit: "cái" }, "price", "priceMissing"],
    ["stock", { stock: "-1" }, "stock", "stockNotNumber"],
    ["weight", { weight: "1.500", weight_unit: "kg" }, "weight", "weightUnclear"],
    ["weight", { weight: "0", weight_unit: "g" }, "weight", "weightRange"],
    ["weight", { weight: "5" }, "weight_unit", "weightUnit"],
    ["ocop", { ocop_stars: "6" }, "ocop_stars", "ocopStars"],
    ["ocop", { ocop_stars: "3", ocop_decided_on: "2999-01-01" }, "ocop_decided_on", "ocopDate"],
    ["ocop", { ocop_stars: "3", ocop_decided_on: "2026-02-30" }, "ocop_decided_on", "ocopDate"],
  ])("%s refuses %j with a sentence", (question, body, field, key) => {
    expect(ask(question, body)).toContainEqual([field, key])
    expect(listing.vi).toHaveProperty(key)
  })

  it("find the first one left", () => {
    expect(unanswered({})).toBe("name")
    expect(unanswered({ title: "Bình gốm", category_id: "gom", price: 5000, unit: "cái" })).toBe("stock")
    expect(
      unanswered({ title: "Bình gốm", category_id: "gom", price: 5000, unit: "cái", stock: 0, weight_grams: 5 }),
    ).toBeUndefined()
  })
})
