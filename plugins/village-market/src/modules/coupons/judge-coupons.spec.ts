import fc from "fast-check"
import { type DiscountLine, judgeCoupons, type UsableCoupon } from "./judge-coupons"

const NOW = new Date("2026-11-24T03:00:00Z")

const coupon = (code: string, rule: Partial<UsableCoupon>): UsableCoupon => ({
  ...{ promotion_id: `promo_${code}`, code, funded_by: "platform", producer_id: null, kind: "percent", value: 10 },
  ...{ minimum: 0, max_uses: null, combines: false, starts_at: new Date("2026-11-01"), ends_at: null },
  ...{ created_by: "user_1", created_at: new Date("2026-11-01"), stopped_by: null, stopped_at: null, used: 0 },
  ...rule,
})
const ofProducer = (code: string, producer_id: string, rule: Partial<UsableCoupon> = {}) =>
  coupon(code, { funded_by: "producer", producer_id, ...rule })
const line = (id: string, producer_id: string | null, amount: number): DiscountLine => ({
  ...{ id, producer_id, amount },
  discountable: true,
})
const BASKET = [line("1", "a", 246_914), line("2", "b", 250_001), line("3", "b", 43_208)]

const judge = (codes: string[], coupons: UsableCoupon[], lines = BASKET) => judgeCoupons(codes, coupons, lines, NOW)
const sum = (found: { amount: number }[]) => found.reduce((all, { amount }) => all + amount, 0)

describe("what a coupon takes off", () => {
  it("is whole on every line and exactly the rule's amount: 10 % of 540,123 is 54,012", () => {
    const { discounts, refused } = judge(["TET10"], [coupon("TET10", {})])
    expect(sum(discounts)).toBe(54_012)
    expect(discounts.map(({ amount }) => amount)).toEqual([24_691, 25_000, 4_321])
    expect(refused).toEqual([])
  })

  it("is never more than the goods it is for", () => {
    const { discounts } = judge(["BIG"], [coupon("BIG", { kind: "fixed", value: 9_000_000 })])
    expect(discounts.map(({ amount }) => amount)).toEqual(BASKET.map(({ amount }) => amount))
  })

  it("comes off its producer's lines only", () => {
    const { discounts } = judge(["NHA"], [ofProducer("NHA", "b", { kind: "fixed", value: 1000 })])
    expect(discounts.map(({ line_id }) => line_id)).toEqual(["2", "3"])
    expect(sum(discounts)).toBe(1000)
  })

  it("leaves out lines that take no discount and lines of nobody", () => {
    const lines = [{ ...line("1", "a", 1000), discountable: false }, line("2", null, 1000)]
    expect(judge(["NHA"], [ofProducer("NHA", "a")], lines).refused).toEqual([{ code: "NHA", why: "other_goods" }])
    expect(judge(["TET"], [coupon("TET", {})], lines).discounts).toEqual([{ line_id: "2", code: "TET", amount: 100 }])
  })
})

describe("coupons side by side", () => {
  const house = ofProducer("NHA", "b", { value: 50 })
  const ten = coupon("TET10", { combines: true })
  const five = coupon("BOT5K", { kind: "fixed", value: 5000, combines: true })

  it("add up when their funders differ, the producer's first, whatever the order of entry", () => {
    const one = judge(["NHA", "TET10"], [house, ten])
    const other = judge(["TET10", "NHA"], [ten, house])
    expect(one).toEqual(other)
    expect(sum(one.discounts.filter(({ code }) => code === "NHA"))).toBe(146_605)
    expect(sum(one.discounts.filter(({ code }) => code === "TET10"))).toBe(39_352)
  })

  it("of one funder, only where all of them combine", () => {
    expect(judge(["TET10", "BOT5K"], [ten, five]).refused).toEqual([])
    expect(judge(["TET10", "BOT5K"], [ten, { ...five, combines: false }]).refused).toEqual([
      { code: "BOT5K", why: "not_together", with: "TET10" },
    ])
    expect(judge(["A1", "B1"], [ofProducer("A1", "a"), ofProducer("B1", "b")]).refused).toEqual([])
    expect(judge(["B1", "B2"], [ofProducer("B1", "b"), ofProducer("B2", "b")]).refused).toEqual([
      { code: "B2", why: "not_together", with: "B1" },
    ])
  })
})

describe("why a code takes nothing off", () => {
  const at = (iso: string) => new Date(iso)
  it.each([
    ["unknown", coupon("OTHER", {})],
    ["stopped", coupon("X", { stopped_at: NOW, stopped_by: "user_1" })],
    ["expired", coupon("X", { ends_at: NOW })],
    ["not_yet", coupon("X", { starts_at: at("2026-11-24T03:00:01Z") })],
    ["used_up", coupon("X", { max_uses: 3, used: 3 })],
    ["other_goods", ofProducer("X", "c")],
    ["below_minimum", coupon("X", { minimum: 540_124 })],
    ["nothing_left", coupon("X", { value: 1 })],
  ])("%s", (why, rule) => {
    const { discounts, refused } = judge(["X"], [rule], why === "nothing_left" ? [line("1", "a", 9)] : BASKET)
    expect(discounts).toEqual([])
    expect(refused).toEqual([expect.objectContaining({ code: "X", why })])
  })

  it("says how much is missing to the minimum, counted over the goods it is for", () => {
    expect(judge(["B"], [ofProducer("B", "b", { minimum: 300_000 })]).refused).toEqual([
      { code: "B", why: "below_minimum", minimum: 300_000, missing: 6_791 },
    ])
  })
})

describe("any basket with any coupons", () => {
  const lines = fc.array(
    fc.record({
      producer_id: fc.constantFrom("a", "b", "c", null),
      amount: fc.integer({ min: 0, max: 900_000_000 }),
      discountable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  const rules = fc.array(
    fc.record({
      producer_id: fc.constantFrom(null, "a", "b", "c"),
      kind: fc.constantFrom("percent" as const, "fixed" as const),
      percent: fc.integer({ min: 1, max: 90 }),
      dong: fc.integer({ min: 1, max: 999_999_999 }),
      minimum: fc.integer({ min: 0, max: 1_000_000 }),
      combines: fc.boolean(),
    }),
    { maxLength: 6 },
  )

  it("keeps every line whole and at nought or above, and each code at its rule's amount, to the đồng", () => {
    fc.assert(
      fc.property(lines, rules, (some, drawn) => {
        const basket = some.map((one, place) => ({ ...one, id: String(place) }))
        const coupons = drawn.map(({ percent, dong, producer_id, ...rule }, place) =>
          coupon(`C${place}`, {
            ...rule,
            ...{ producer_id, funded_by: producer_id ? "producer" : "platform" },
            value: rule.kind === "percent" ? percent : dong,
          }),
        )
        const codes = coupons.map(({ code }) => code)
        const { discounts, refused } = judge(codes, coupons, basket)
        // Every code either takes something off or has a reason, and never both.
        const working = new Set(discounts.map(({ code }) => code))
        expect([...working, ...refused.map(({ code }) => code)].sort()).toEqual([...codes].sort())
        const left = new Map(basket.map(({ id, amount }) => [id, amount]))
        for (const code of working) {
          const rule = coupons.find((one) => one.code === code)
          const own = basket.filter(
            ({ discountable, producer_id }) => discountable && (!rule?.producer_id || producer_id === rule.producer_id),
          )
          const base = own.reduce((all, { id }) => all + (left.get(id) ?? 0), 0)
          const taken = discounts.filter((one) => one.code === code)
          const exact = BigInt(base) * BigInt(rule?.value ?? 0)
          expect(sum(taken)).toBe(
            rule?.kind === "percent" ? Number((exact + 50n) / 100n) : Math.min(rule?.value ?? 0, base),
          )
          for (const { line_id, amount } of taken) {
            expect(Number.isSafeInteger(amount) && amount > 0).toBe(true)
            expect(own.some(({ id }) => id === line_id)).toBe(true)
            left.set(line_id, (left.get(line_id) ?? 0) - amount)
          }
        }
        for (const amount of left.values()) expect(amount).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  it("comes to the same whatever the order of the lines' codes, as long as the same codes are admitted", () => {
    fc.assert(
      fc.property(lines, rules, (some, drawn) => {
        const basket = some.map((one, place) => ({ ...one, id: String(place) }))
        const coupons = drawn.map(({ percent, dong, producer_id, ...rule }, place) =>
          coupon(`C${place}`, {
            ...rule,
            ...{ producer_id, funded_by: producer_id ? "producer" : "platform", combines: true },
            value: rule.kind === "percent" ? percent : dong,
          }),
        )
        const codes = coupons.map(({ code }) => code)
        expect(judge([...codes].reverse(), coupons, basket).discounts).toEqual(judge(codes, coupons, basket).discounts)
      }),
    )
  })
})
