import { readFileSync } from "node:fs"
import { join } from "node:path"
import { allCraftSteps, CRAFT_FAMILIES, craftStep, craftStepsFor } from "./craft-steps"

const ids = (vsic_code: string, category_id = "") => craftStepsFor({ vsic_code, category_id }).map(({ id }) => id)

describe("the vocabulary of steps", () => {
  it("gives pottery its kiln and stone its chisel, though they share a shelf", () => {
    expect(ids("23930", "da-gom")).toEqual(expect.arrayContaining(["shaping", "glazing", "firing"]))
    expect(ids("23960", "da-gom")).toContain("stone-carving")
    expect(ids("23960", "da-gom")).not.toContain("firing")
  })

  it("follows the closest class: rattan is not timber, fish sauce not cake, flowers not vegetables", () => {
    expect(ids("16292")).toContain("plaiting")
    expect(ids("10752")).toContain("fish-fermenting")
    expect(ids("01183")).toContain("plant-care")
    expect(ids("01181")).toContain("harvest")
  })

  it("falls back to the shelf, then to what every craft does", () => {
    expect(ids("99999", "ruou-do-uong")).toContain("distilling")
    expect(ids("99999", "nowhere")).toEqual(["materials", "inspecting", "packing", "storing"])
  })

  it("knows each word by one id, in both languages", () => {
    const all = CRAFT_FAMILIES.flatMap(({ steps }) => steps)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(allCraftSteps().every(({ id, vi, en }) => /^[a-z-]+$/.test(id) && vi && en)).toBe(true)
    expect(craftStep("firing")?.vi).toBe("Nung")
    expect(craftStep("constructor")).toBeUndefined()
  })

  it("has a family for every shelf of the market", () => {
    const shelves = readFileSync(join(__dirname, "../../../../../data/categories.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
    for (const shelf of shelves) {
      const [id] = shelf.split(",")
      expect(CRAFT_FAMILIES.filter(({ categories }) => categories.some((known) => known === id))).toHaveLength(1)
    }
  })
})
