import { readAmount } from "./read-amount"

describe("an amount", () => {
  it.each([
    ["80", "80"],
    ["1.500", "1500"],
    ["1.500,5", "1500.5"],
    ["1,5", "1.5"],
    ["1.5", "1.5"],
    [" 1 000 ", "1000"],
    ["", undefined],
    [undefined, undefined],
  ])("written %p is %p", (text, expected) => expect(readAmount(text)).toBe(expected))
})
