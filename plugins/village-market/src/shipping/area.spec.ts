import { areaOf } from "./area"

const regions = new Map([
  ["37", "north"],
  ["01", "north"],
  ["38", "central"],
  ["79", "south"],
])
const seller = { commune: "13834", province: "37" }

it.each([
  ["same_commune", "13834", "37"],
  ["same_province", "13285", "37"],
  ["same_region", "00004", "01"],
  ["nationwide", "14758", "38"],
  ["nationwide", "26734", "79"],
  ["nationwide", "99999", "98"],
] as const)("is %s for a buyer in %s of province %s", (area, commune, province) => {
  expect(areaOf(seller, { commune, province }, regions)).toBe(area)
})

it("does not take two provinces without a region for neighbours", () => {
  expect(areaOf({ commune: "1", province: "97" }, { commune: "2", province: "98" }, regions)).toBe("nationwide")
})
