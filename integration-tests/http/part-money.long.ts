import { tryRandomOrders } from "./part-money"

describe("many random baskets, coupons, cancellations, returns and refunds in any order", () => {
  it("leave every đồng in exactly one part, and a journal that replays to the same state", async () => {
    await tryRandomOrders(1_000)
  })
})
