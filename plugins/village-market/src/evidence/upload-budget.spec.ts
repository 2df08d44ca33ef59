import { UploadBudget } from "./upload-budget"

describe("UploadBudget", () => {
  it("gives shares until nothing is left, and again when one came back", () => {
    const budget = new UploadBudget(100)
    const first = budget.take(60)
    expect(budget.take(41)).toBeUndefined()
    expect(budget.take(40)).toBeDefined()
    first?.()
    first?.()
    expect(budget.take(61)).toBeUndefined()
    expect(budget.take(60)).toBeDefined()
  })
})
