import { HEARD_OF } from "../modules/trade/producer-order-status"
import { groupCounts, ORDER_GROUPS } from "./order-groups"

it("every state a producer hears of is in one group, and no other", () => {
  const grouped = Object.values(ORDER_GROUPS).flat()
  expect([...grouped].sort()).toEqual([...HEARD_OF].sort())
  expect(new Set(grouped).size).toBe(grouped.length)
})

it("the groups' counts add up", () => {
  expect(groupCounts({ placed: 2, accepted: 1, packed: 3, completed: 4, returned: 1 })).toEqual({
    ...{ new: 2, preparing: 4, sent: 0, done: 4, ended: 1, all: 11 },
  })
  expect(groupCounts({}).all).toBe(0)
})
