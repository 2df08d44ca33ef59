import { add, countsOf, summary, ZERO } from "./counts.mjs"

describe("the summary of a run", () => {
  it("adds up, and names skipped tests only when there are some", () => {
    const one = countsOf({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 })
    expect(summary(one)).toBe("3 passed, 1 failed")
    expect(summary(add(one, { passed: 1, failed: 0, skipped: 2 }))).toBe("4 passed, 1 failed, 2 skipped")
  })

  it("counts a file that cannot be run, and a jest without a report, as failed", () => {
    expect(countsOf({ numPassedTests: 2, numRuntimeErrorTestSuites: 1 }).failed).toBe(1)
    expect(countsOf(undefined)).toEqual({ ...ZERO, failed: 1 })
  })
})
