import { listingState } from "./listing-state"

describe("listingState", () => {
  it.each([
    ["approved", false, 3, "on_sale"],
    ["approved", false, 0, "sold_out"],
    ["approved", true, 3, "hidden"],
    ["suspended", true, 3, "hidden"],
    ["suspended", false, 3, "stopped"],
    ["pending", false, 3, "waiting"],
    ["refused", false, 3, "waiting"],
  ] as const)("%s, hidden %s, %i left: %s", (status, hidden, available, state) => {
    expect(listingState(status, { hidden, available })).toBe(state)
  })
})
