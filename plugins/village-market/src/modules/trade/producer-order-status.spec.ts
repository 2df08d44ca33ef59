import {
  moveProducerOrder,
  PRODUCER_ORDER_MOVES,
  PRODUCER_ORDER_STATUSES,
  type ProducerOrderMove,
} from "./producer-order-status"

describe("the life of a producer's part of an order", () => {
  it("allows exactly the declared moves", () => {
    const legal = PRODUCER_ORDER_STATUSES.flatMap((from) =>
      (Object.keys(PRODUCER_ORDER_MOVES) as ProducerOrderMove[])
        .filter((move) => moveProducerOrder(from, move).ok)
        .map((move) => `${from} ${move} ${PRODUCER_ORDER_MOVES[move].to}`),
    )
    expect(legal).toEqual([
      "awaiting_payment place placed",
      "awaiting_payment expire expired",
      "placed hand_over handed_over",
    ])
  })

  it("tells a repeat from a wrong move", () => {
    expect(moveProducerOrder("handed_over", "hand_over")).toEqual({ ok: false, why: "already_there" })
    expect(moveProducerOrder("awaiting_payment", "hand_over")).toEqual({ ok: false, why: "illegal_move" })
  })
})
