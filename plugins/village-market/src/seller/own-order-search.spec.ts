import { filterOf, OwnOrderSearch } from "./own-order-search"

const filter = (query: object) => filterOf(OwnOrderSearch.parse(query))

it("nothing asked is everything, fifty at a time", () => {
  expect(filter({})).toEqual({ limit: 50, offset: 0 })
  expect(filter({ status: "", q: " ", from: "", to: "" })).toEqual({ limit: 50, offset: 0 })
})

it("takes states, groups of states, days and a number as it is written on the page", () => {
  expect(filter({ status: "new,packed", q: "Đơn 12-1", from: "2026-11-01", to: "2026-11-30", limit: "5" })).toEqual({
    ...{ status: ["placed", "packed"], q: "12-1", from: "2026-11-01", to: "2026-11-30", limit: 5, offset: 0 },
  })
})

it.each([
  ["a state nobody hears of", { status: "awaiting_payment" }],
  ["an unknown state", { status: "lost" }],
  ["no day", { from: "1/11/2026" }],
  ["a day that is not in the calendar", { to: "2026-13-40" }],
  ["more than a page holds", { limit: "101" }],
  ["less than nothing", { offset: "-1" }],
  ["a thing sent twice", { q: ["a", "b"] }],
])("refuses %s", (_, query) => {
  expect(OwnOrderSearch.safeParse(query).success).toBe(false)
})
