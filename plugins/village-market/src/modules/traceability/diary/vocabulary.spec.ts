import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CRAFT_FAMILIES } from "./craft-families"
import { FIRST_WORDS, firstEnglish } from "./first-words"
import { OWN_WORDS, stepsFor, wordId } from "./vocabulary"

const ids = (vsic_code: string, category_id = "", words = FIRST_WORDS) =>
  stepsFor(words, { vsic_code, category_id }).map(({ id }) => id)

describe("the vocabulary of steps", () => {
  it("gives pottery its kiln and stone its chisel, though they share a shelf", () => {
    expect(ids("23930", "da-gom")).toEqual([
      ...["materials", "clay", "shaping", "decorating", "glazing", "firing"],
      ...["inspecting", "packing", "storing"],
    ])
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

  it("leaves out hidden words and follows the order that was set", () => {
    const changed = FIRST_WORDS.map((word) =>
      word.id === "firing" ? { ...word, position: -1 } : word.id === "clay" ? { ...word, hidden: true } : word,
    )
    expect(ids("23930", "", changed).slice(0, 3)).toEqual(["materials", "firing", "shaping"])
    expect(ids("23930", "", changed)).not.toContain("clay")
  })

  it("begins with words of known families, each by one id, in both languages", () => {
    const families = ["common", ...CRAFT_FAMILIES.map(({ id }) => id)]
    const all = [...FIRST_WORDS.map(({ id }) => id), ...OWN_WORDS.map(({ id }) => id)]
    expect(new Set(all).size).toBe(all.length)
    for (const { id, vi, en, family } of FIRST_WORDS) {
      expect(id).toMatch(/^[a-z][a-z0-9-]{1,39}$/)
      expect([id, Boolean(vi && en), families.includes(family)]).toEqual([id, true, true])
    }
    expect(firstEnglish("firing")).toBe("Fired")
    expect(firstEnglish("constructor")).toBeUndefined()
  })

  it("has a family for every shelf of the market", () => {
    const shelves = readFileSync(join(__dirname, "../../../../../../data/categories.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
    for (const shelf of shelves) {
      const [id] = shelf.split(",")
      expect(CRAFT_FAMILIES.filter(({ categories }) => categories.some((known) => known === id))).toHaveLength(1)
    }
  })

  it.each([
    ["Leaf rolled", "leaf-rolled"],
    ["  Phở — dried & cut! ", "pho-dried-cut"],
    ["???", ""],
  ])("makes an id of %s", (en, id) => expect(wordId(en)).toBe(id))
})
