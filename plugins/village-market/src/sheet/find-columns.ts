import type { SheetRow } from "./read-sheet"

/** What a column may be called, by what it means to us. */
export type ColumnNames<C extends string> = Record<C, readonly string[]>
/** The place of each column in a row; what the file does not have is left out. */
export type Columns<C extends string> = Partial<Record<C, number>>

/** Without diacritics, case and marks: "Số tiền (VND)" and "SO TIEN" are one. */
export const plainName = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()

/**
 * Finds the row of headings: the first that names all the columns that cannot be missed. Lines above it are about the
 * account; each name counts once, in the order given.
 */
export function findColumns<C extends string>(
  rows: readonly SheetRow[],
  names: ColumnNames<C>,
  required: readonly NoInfer<C>[],
): { head: SheetRow; columns: Columns<C>; body: SheetRow[] } | undefined {
  for (const [index, head] of rows.entries()) {
    const columns = columnsOf(head.cells, names)
    if (required.every((column) => columns[column] !== undefined)) return { head, columns, body: rows.slice(index + 1) }
  }
  return undefined
}

function columnsOf<C extends string>(cells: readonly string[], names: ColumnNames<C>): Columns<C> {
  const plain = cells.map(plainName)
  const found: Columns<C> = {}
  const taken = new Set<number>()
  const asked = Object.keys(names) as C[]
  for (const column of asked) {
    const index = names[column]
      .map((name) => plain.findIndex((cell, at) => cell === plainName(name) && !taken.has(at)))
      .find((at) => at >= 0)
    if (index === undefined) continue
    found[column] = index
    taken.add(index)
  }
  return found
}

/** A cell by its column; empty where the file has none. */
export const cellOf = <C extends string>({ cells }: SheetRow, columns: Columns<C>, column: C): string => {
  const at = columns[column]
  return at === undefined ? "" : (cells[at] ?? "")
}
