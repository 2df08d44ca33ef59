/** What is measured; things that are counted are `piece`. */
export type Dimension = "mass" | "volume" | "length" | "area" | "piece"

/** `size` in thousandths of the dimension's own unit (kg, lít, mét, m², one piece), so that a gram and a millilitre are whole. */
export type Measure = { dimension: Dimension; size: number }

/** The unit in which amounts of a dimension are added up and yields are said. */
export const OWN_UNIT: Record<Dimension, string> = {
  mass: "kg",
  volume: "lít",
  length: "mét",
  area: "m²",
  piece: "cái",
}

const measure = (dimension: Dimension, size: number): Measure => ({ dimension, size })

const MEASURES = new Map<string, Measure>([
  ...["kg", "kí", "ký", "cân", "kilogam"].map((name) => [name, measure("mass", 1000)] as const),
  ...["g", "gam", "gram"].map((name) => [name, measure("mass", 1)] as const),
  ["lạng", measure("mass", 100)],
  ["yến", measure("mass", 10_000)],
  ["tạ", measure("mass", 100_000)],
  ["tấn", measure("mass", 1_000_000)],
  ...["lít", "l", "lit"].map((name) => [name, measure("volume", 1000)] as const),
  ["ml", measure("volume", 1)],
  ["m3", measure("volume", 1_000_000)],
  ["m³", measure("volume", 1_000_000)],
  ...["mét", "m"].map((name) => [name, measure("length", 1000)] as const),
  ["cm", measure("length", 10)],
  ["m2", measure("area", 1000)],
  ["m²", measure("area", 1000)],
  ["chục", measure("piece", 10_000)],
  ["tá", measure("piece", 12_000)],
  ["đôi", measure("piece", 2000)],
])

/** Units a lot of raw material can be counted in, for the form. */
export const RAW_UNITS = [
  "kg",
  "g",
  "tạ",
  "tấn",
  "lít",
  "ml",
  "mét",
  "m2",
  "m3",
  "cái",
  "con",
  "cây",
  "bó",
  "bao",
] as const
export type RawUnit = (typeof RAW_UNITS)[number]

const CONTENT = /(\d+(?:[.,]\d+)?)\s*(kg|g|gam|ml|lít|l)\b/u

/**
 * What one of a unit holds: "kg" a kilogram, "hộp 400g" 400 grams, "chục" ten pieces. A unit that says no content is one
 * piece.
 */
export function measureOf(unit: string): Measure {
  const name = unit.normalize("NFC").trim().toLowerCase()
  const known = MEASURES.get(name)
  if (known) return known
  const [, amount, of] = name.match(CONTENT) ?? []
  const content = of && MEASURES.get(of)
  const size = content && amount ? Math.round(Number(amount.replace(",", ".")) * content.size) : 0
  return content && size > 0 ? { ...content, size } : measure("piece", 1000)
}

/** Whether both can be added up. */
export const sameDimension = (one: string, other: string) => measureOf(one).dimension === measureOf(other).dimension

/** A unit that can only be had whole: pieces and packs. A kilogram, a litre or a metre can be cut. */
export const isWhole = (unit: string) =>
  !MEASURES.has(unit.normalize("NFC").trim().toLowerCase()) || measureOf(unit).dimension === "piece"

/** Whether an amount can be had of a unit: above nought, with three decimals at most, whole where the unit is. */
export const isAmount = (quantity: number, unit: string) =>
  Number.isFinite(quantity) &&
  quantity > 0 &&
  Math.abs(quantity * 1000 - Math.round(quantity * 1000)) < 1e-6 &&
  (!isWhole(unit) || Number.isInteger(quantity))
