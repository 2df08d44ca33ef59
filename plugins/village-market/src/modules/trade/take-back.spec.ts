import fc from "fast-check"
import { amountsOf, LINE_AMOUNTS, type LineAmounts, shareOf } from "./line-share"
import type { ProducerOrderLine } from "./rows"
import { left, owedBack, shippingGoesBack, takeBack } from "./take-back"

const line = (id: string, quantity: number, amounts: Partial<LineAmounts> = {}): ProducerOrderLine => ({
  ...{ id, producer_order_id: "p", order_line_id: id, product_id: "x", listing_id: "x", title: "Nón", unit: "cái" },
  ...{ quantity, unit_price: 0, vat_rate_bp: 0, vat_basis: "", commission_rule_id: "", commission_rate_bp: 0 },
  ...{ tax_activity: "", tax_rate_id: "", tax_vat_bp: 0, tax_pit_bp: 0, cancelled: 0, returned: 0 },
  ...{ vsic_code: "", vsic_version: "", ocop_stars: null, ocop_status: "", commune_code: "", village_id: null },
  ...{ producer_kind: "household", holding: "h" },
  ...{ goods: 0, discount: 0, discount_platform: 0, shipping: 0, vat: 0, commission: 0, tax_vat: 0, tax_pit: 0 },
  ...amounts,
})

describe("taking goods back", () => {
  it("takes all that is left when nothing is named", () => {
    const lines = [line("a", 3), { ...line("b", 2), cancelled: 2 }, { ...line("c", 5), returned: 1 }]
    const taken = takeBack(lines, undefined, true)
    expect(taken.ok && [taken.whole, taken.pieces.map(({ line, from, to }) => [line.id, from, to])]).toEqual([
      true,
      [
        ["a", 0, 3],
        ["c", 1, 5],
      ],
    ])
  })

  it("refuses more than is left, a line of somebody else, one named twice, and nothing", () => {
    const lines = [{ ...line("a", 3), cancelled: 1 }]
    const why = (...wanted: { line_id: string; quantity: number }[]) => {
      const taken = takeBack(lines, wanted, true)
      return taken.ok ? "ok" : taken.why
    }
    expect(why({ line_id: "a", quantity: 2 })).toBe("ok")
    expect(why({ line_id: "a", quantity: 3 })).toBe("too_many")
    expect(why({ line_id: "a", quantity: 0.5 })).toBe("too_many")
    expect(why({ line_id: "a", quantity: -1 })).toBe("too_many")
    expect(why({ line_id: "b", quantity: 1 })).toBe("no_such_line")
    expect(why({ line_id: "a", quantity: 1 }, { line_id: "a", quantity: 1 })).toBe("no_such_line")
    expect(why({ line_id: "a", quantity: 0 })).toBe("nothing")
    expect(takeBack([{ ...line("a", 1), returned: 1 }], undefined, true)).toEqual({ ok: false, why: "nothing" })
  })

  it("gives every đồng of a line back once, in whatever pieces it is taken", () => {
    const amount = fc.integer({ min: 0, max: 900_000_000 })
    const amounts = fc.record(
      Object.fromEntries(LINE_AMOUNTS.map((name) => [name, amount])) as Record<keyof LineAmounts, typeof amount>,
    )
    const pieces = fc.array(fc.record({ units: fc.integer({ min: 1, max: 5 }), early: fc.boolean() }), { minLength: 1 })
    fc.assert(
      fc.property(amounts, pieces, (frozen, takes) => {
        const quantity = takes.reduce((sum, { units }) => sum + units, 0)
        const one = line("a", quantity, frozen)
        const sums = Object.fromEntries(LINE_AMOUNTS.map((name) => [name, 0])) as LineAmounts
        for (const { units, early } of takes) {
          const taken = takeBack([one], [{ line_id: "a", quantity: units }], true)
          if (!taken.ok) throw new Error(taken.why)
          for (const { from, to } of taken.pieces)
            for (const name of LINE_AMOUNTS) {
              const share = amountsOf(one, from, to)[name]
              expect(share).toBeGreaterThanOrEqual(0)
              sums[name] += share
            }
          one[early ? "cancelled" : "returned"] += units
        }
        expect(left(one)).toBe(0)
        expect(sums).toEqual(Object.fromEntries(LINE_AMOUNTS.map((name) => [name, frozen[name]])))
      }),
    )
  })

  it("owes back no more than was paid, and nothing twice", () => {
    expect(owedBack({ paid: 100, due: 60, owed_before: 0 })).toBe(40)
    expect(owedBack({ paid: 100, due: 30, owed_before: 40 })).toBe(30)
    expect(owedBack({ paid: 0, due: 60, owed_before: 0 })).toBe(0)
    expect(shippingGoesBack("damaged")).toBe(true)
    expect(shippingGoesBack("changed_mind")).toBe(false)
    expect(() => shareOf(10, 3, 2, 1)).toThrow(RangeError)
  })
})
