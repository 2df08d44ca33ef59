import { type Outcome, outcomeOf } from "./codes"

const table: [string, string, Outcome][] = [
  ["00", "00", "captured"],
  ["07", "00", "review"],
  ["07", "02", "review"],
  ["00", "07", "review"],
  ["00", "04", "review"],
  ["24", "02", "failed"],
  ["51", "02", "failed"],
  ["99", "02", "failed"],
  ["00", "02", "failed"],
  ["24", "", "failed"],
  ["00", "01", "pending"],
  ["00", "", "review"],
  ["24", "00", "review"],
  ["00", "05", "review"],
  ["77", "", "review"],
  ["", "", "review"],
]

describe("VNPay's codes", () => {
  it.each(table)("response %s with status %s is %s", (response, status, outcome) => {
    expect(outcomeOf(response, status)).toBe(outcome)
  })
})
