import { parsePrice, parseWeight, parseWhole } from "./parse-numbers"

const value = (n: number) => ({ ok: true, value: n })
const why = (reason: string) => ({ ok: false, why: reason })

describe("parseWhole", () => {
  it.each([
    ["1.250.000", 1_250_000],
    ["1,250,000", 1_250_000],
    ["1 250 000", 1_250_000],
    ["1\u00a0250\u00a0000", 1_250_000],
    [" 1250000 ", 1_250_000],
    ["1.250", 1250],
    ["0", 0],
    ["007", 7],
  ])("reads %j", (typed, n) => expect(parseWhole(typed)).toEqual(value(n)))

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["12,5", "fraction"],
    ["1.5", "fraction"],
    ["1.250.000,50", "fraction"],
    ["1,250.000", "fraction"],
    ["12.50.000", "fraction"],
    ["-5", "not_a_number"],
    ["mười", "not_a_number"],
    ["1e6", "not_a_number"],
    ["0x10", "not_a_number"],
    ["99999999999999999999", "not_a_number"],
  ])("refuses %j as %s", (typed, reason) => expect(parseWhole(typed)).toEqual(why(reason)))
})

describe("parsePrice", () => {
  it.each([
    ["1.250.000đ", 1_250_000],
    ["1.250.000 ₫", 1_250_000],
    ["250000 VND", 250_000],
    ["250.000 đồng", 250_000],
    ["250k", 250_000],
    ["250 nghìn", 250_000],
    ["1.250K", 1_250_000],
  ])("reads %j", (typed, n) => expect(parsePrice(typed)).toEqual(value(n)))

  it.each([
    ["12,5k", "fraction"],
    ["250,5", "fraction"],
    ["đ", "empty"],
    ["k", "not_a_number"],
    ["rẻ", "not_a_number"],
  ])("refuses %j as %s", (typed, reason) => expect(parsePrice(typed)).toEqual(why(reason)))
})

describe("parseWeight", () => {
  it.each<[string, "g" | "kg", number]>([
    ["500", "g", 500],
    ["1.500", "g", 1500],
    ["500 g", "g", 500],
    ["1,5", "kg", 1500],
    ["1.5", "kg", 1500],
    ["0,25", "kg", 250],
    ["0.250", "kg", 250],
    ["2", "kg", 2000],
    ["2 kg", "kg", 2000],
  ])("reads %j %s", (typed, unit, grams) => expect(parseWeight(typed, unit)).toEqual(value(grams)))

  it.each<[string, "g" | "kg", string]>([
    ["1,5", "g", "fraction"],
    ["1.500", "kg", "unclear"],
    ["", "kg", "empty"],
    ["nặng", "kg", "not_a_number"],
    ["1,2345", "kg", "not_a_number"],
  ])("refuses %j %s as %s", (typed, unit, reason) => expect(parseWeight(typed, unit)).toEqual(why(reason)))
})
