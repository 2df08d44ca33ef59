import type { Knex } from "knex"
import { changePart } from "../../plugins/village-market/src/modules/trade/change-part"
import { movePart } from "../../plugins/village-market/src/modules/trade/move-part"
import { partsOfOrder } from "../../plugins/village-market/src/modules/trade/read-parts"
import { checkBooks } from "./helpers/check-books"
import { placeOrder, withScratchTrade } from "./helpers/scratch-trade"

const ROUNDS = 30
const BASKET = {
  items: [
    { seller: 0, quantity: 3, unit_price: 33_333, discount: { percent: 7, funded_by: "platform" as const } },
    { seller: 1, quantity: 2, unit_price: 125_001, discount: null },
  ],
  shipping: [30_001, 25_000, 0],
  means: "vnpay" as const,
}
const by = (role: "producer" | "buyer" | "operator", id: string) => ({ role, id })

/** Does `deeds` to a part of a fresh order at the same moment, many times, and checks the books after each. */
async function race(
  deeds: ((db: Knex, id: string) => Promise<{ ok: boolean }>)[],
  check: (won: boolean[], db: Knex, id: string) => Promise<void>,
) {
  await withScratchTrade(async (db) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { order, sold } = await placeOrder(db, BASKET)
      const [part] = await partsOfOrder(db, order.id)
      const id = part?.id ?? ""
      const won = await Promise.all(deeds.map((deed) => deed(db, id)))
      await checkBooks(db, order.id, sold)
      await check(
        won.map(({ ok }) => ok),
        db,
        id,
      )
    }
  })
}

const statusOf = async (db: Knex, id: string) => (await db("producer_order").where({ id }).first("status")).status

describe("two at once on one part", () => {
  it("a cancellation against a hand-over: one of them, never both, and the money with it", async () => {
    await race(
      [
        (db, id) => movePart(db, { id, move: "hand_over", actor: by("producer", "p") }),
        (db, id) => changePart(db, { id, kind: "cancelled", actor: by("buyer", "b"), reason: "đổi ý" }),
      ],
      async ([handed, cancelled], db, id) => {
        expect([handed, cancelled].filter(Boolean)).toHaveLength(1)
        expect(await statusOf(db, id)).toBe(handed ? "handed_over" : "cancelled")
        const owed = await db("refund_due").where({ producer_order_id: id })
        expect(owed).toHaveLength(cancelled ? 1 : 0)
      },
    )
  })

  it("two officers cancelling the same part owe the buyer its price once", async () => {
    const cancel = (who: string) => (db: Knex, id: string) =>
      changePart(db, { id, kind: "cancelled", actor: by("operator", who), reason: "hết hàng" })
    await race([cancel("one"), cancel("two")], async (won, db, id) => {
      expect(won.filter(Boolean)).toHaveLength(1)
      expect(await db("producer_order_act").where({ producer_order_id: id, act: "cancel" })).toHaveLength(1)
      expect(await db("refund_due").where({ producer_order_id: id })).toHaveLength(1)
    })
  })

  it("ten returns of the last units take back no more than was sold", async () => {
    const give = (db: Knex, id: string) =>
      db("producer_order_line")
        .where({ producer_order_id: id })
        .first("id")
        .then((line) =>
          changePart(db, {
            id,
            kind: "returned",
            actor: by("producer", "p"),
            reason: "damaged",
            lines: [{ line_id: line.id, quantity: 1 }],
          }),
        )
    await withScratchTrade(async (db) => {
      const { order, sold } = await placeOrder(db, BASKET)
      const [part] = await partsOfOrder(db, order.id)
      const id = part?.id ?? ""
      await movePart(db, { id, move: "hand_over", actor: by("producer", "p") })
      const answers = await Promise.all(Array.from({ length: 10 }, () => give(db, id)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
      expect(await statusOf(db, id)).toBe("returned")
      await checkBooks(db, order.id, sold)
    })
  })
})
