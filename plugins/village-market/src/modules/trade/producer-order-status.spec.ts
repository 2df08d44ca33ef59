import {
  moveProducerOrder,
  movesFrom,
  ORDER_ROLES,
  PRODUCER_ORDER_MOVES,
  PRODUCER_ORDER_STATUSES,
  type ProducerOrderMove,
} from "./producer-order-status"

const MOVES = Object.keys(PRODUCER_ORDER_MOVES) as ProducerOrderMove[]

describe("the life of a producer's part", () => {
  it("allows exactly the declared moves", () => {
    const table = PRODUCER_ORDER_STATUSES.map((status) => [
      status,
      ...ORDER_ROLES.map((role) => movesFrom(status, role).join(" ")),
    ])
    expect(table).toEqual([
      ["awaiting_payment", "", "", "expire", "place expire"],
      ["placed", "accept pack hand_over cancel", "cancel", "accept pack hand_over cancel", ""],
      ["accepted", "pack hand_over cancel", "cancel", "pack hand_over cancel", ""],
      ["packed", "unpack hand_over cancel", "", "unpack hand_over cancel", ""],
      ["handed_over", "deliver return", "deliver", "deliver return", "deliver"],
      ["delivered", "return", "", "complete return", "complete"],
      ["completed", "", "", "return", ""],
      ["expired", "", "", "", ""],
      ["cancelled", "", "", "", ""],
      ["returned", "", "", "", ""],
    ])
  })

  it("tells a repeat, a wrong moment and a wrong person apart", () => {
    const why = (...input: Parameters<typeof moveProducerOrder>) => {
      const outcome = moveProducerOrder(...input)
      return outcome.ok ? outcome.to : outcome.why
    }
    expect(why("handed_over", "hand_over", "producer")).toBe("already_there")
    expect(why("awaiting_payment", "hand_over", "producer")).toBe("not_now")
    expect(why("packed", "cancel", "buyer")).toBe("not_yours")
    expect(why("handed_over", "cancel", "producer")).toBe("not_now")
  })

  it("reaches every state and leaves every state that is no end", () => {
    const reached = new Set<string>(MOVES.map((move) => PRODUCER_ORDER_MOVES[move].to))
    expect(PRODUCER_ORDER_STATUSES.filter((status) => !reached.has(status))).toEqual(["awaiting_payment"])
    const stuck = PRODUCER_ORDER_STATUSES.filter((status) =>
      ORDER_ROLES.every((role) => movesFrom(status, role).length === 0),
    )
    expect(stuck).toEqual(["expired", "cancelled", "returned"])
  })
})
