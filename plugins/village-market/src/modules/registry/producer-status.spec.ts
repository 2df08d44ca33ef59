import { moveProducer, PRODUCER_MOVES, PRODUCER_STATUSES, type ProducerMove } from "./producer-status"

describe("the life of a producer's registration", () => {
  it("allows exactly the declared moves", () => {
    const legal = PRODUCER_STATUSES.flatMap((from) =>
      (Object.keys(PRODUCER_MOVES) as ProducerMove[])
        .filter((move) => moveProducer(from, move, "vì").ok)
        .map((move) => `${from} ${move} ${PRODUCER_MOVES[move].to}`),
    )
    expect(legal).toEqual([
      "draft submit pending",
      "pending approve approved",
      "pending refuse refused",
      "approved suspend suspended",
      "refused submit pending",
      "suspended reinstate approved",
    ])
  })

  it("asks for a reason where the household will want to know why", () => {
    expect(moveProducer("pending", "refuse", "  ")).toEqual({ ok: false, why: "reason_missing" })
    expect(moveProducer("approved", "suspend")).toEqual({ ok: false, why: "reason_missing" })
    expect(moveProducer("pending", "approve")).toEqual({ ok: true, to: "approved" })
  })
})
