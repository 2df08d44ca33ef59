import { fold } from "../../../web/format"
import { measureOf } from "./units"

/** A row of `data/lot-yields.csv`: so much output comes of one of the input, from `least` to `most`. Estimates, with dates. */
export type YieldRow = {
  id: string
  input_words: string[]
  output_words: string[]
  input_unit: string
  output_unit: string
  least: number
  most: number
  valid_from: string
  valid_to: string | null
  basis: string
}

type Named = { title: string; unit: string }

/**
 * The yield to expect when the one becomes the other on a day (ISO), or undefined where the table says nothing. Of rows
 * that fit, the one with the longest words counts, then the one that began last.
 */
export function suggestYield(rows: YieldRow[], input: Named, output: Named, day: string): YieldRow | undefined {
  return rows
    .filter(({ valid_from, valid_to }) => valid_from <= day && (!valid_to || day <= valid_to))
    .filter(
      (row) =>
        measureOf(row.input_unit).dimension === measureOf(input.unit).dimension &&
        measureOf(row.output_unit).dimension === measureOf(output.unit).dimension,
    )
    .map((row) => ({ row, fit: [longest(row.input_words, input.title), longest(row.output_words, output.title)] }))
    .filter(({ fit }) => fit.every((length) => length > 0))
    .sort(
      (a, b) =>
        b.fit.reduce((sum, n) => sum + n) - a.fit.reduce((sum, n) => sum + n) ||
        b.row.valid_from.localeCompare(a.row.valid_from),
    )[0]?.row
}

/** The length of the longest word (several words may be one, "lúa nếp") that stands whole in a title; 0 without one. */
function longest(words: string[], title: string): number {
  const text = ` ${fold(title).replace(/[^a-z0-9]+/g, " ")} `
  return Math.max(0, ...words.map((word) => (text.includes(` ${fold(word)} `) ? word.length : 0)))
}

/** The most of a row in the units of `balance`: a pair of mats of a kilogram of sedge is two pieces. Six decimals. */
export const yieldOf = ({ most, input_unit, output_unit }: Pick<YieldRow, "most" | "input_unit" | "output_unit">) =>
  Math.round(((most * measureOf(output_unit).size) / measureOf(input_unit).size) * 1_000_000) / 1_000_000

/**
 * Whether a yield that a household declares is above what is usual: above the table's, or, where the table says nothing,
 * more than went in of the same kind. Of another kind the household alone knows.
 */
export function isUnusualYield(
  declared: number,
  suggested: number | null,
  input: { unit: string },
  output: { unit: string },
) {
  if (suggested !== null) return declared > suggested
  return measureOf(input.unit).dimension === measureOf(output.unit).dimension && declared > 1
}
