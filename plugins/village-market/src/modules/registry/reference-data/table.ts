import { isUtf8 } from "node:buffer"
import { CsvError, type Info, parse } from "csv-parse/sync"
import type { Cell } from "./cell"
import type { Problem } from "./problem"

type Columns = Record<string, Cell<unknown>>
export type Row<C extends Columns> = {
  [K in keyof C]: C[K] extends Cell<infer T> ? T : never
}

/** A CSV file: its columns in any order, each with the meaning of its cells, and the columns that tell rows apart. */
export type Table<C extends Columns = Columns> = {
  file: string
  columns: C
  key: (keyof C & string)[]
}

export type TableContent<C extends Columns> = {
  rows: { line: number; row: Row<C> }[]
  /** Keys of all rows, unreadable ones included, so that one bad cell is not reported again by every row that points at it. */
  keys: Set<string>
  problems: Problem[]
}

export const table = <C extends Columns>(file: string, key: (keyof C & string)[], columns: C): Table<C> => ({
  file,
  columns,
  key,
})

/** Reads a file's bytes; whatever is wrong becomes a problem, never an exception. Text comes out in Unicode NFC. */
export function readTable<C extends Columns>(of: Table<C>, bytes: Uint8Array | undefined): TableContent<C> {
  const content: TableContent<C> = { rows: [], keys: new Set(), problems: [] }
  const report = (line: number, message: string, column?: string) =>
    void content.problems.push({
      file: of.file,
      line,
      message,
      ...(column ? { column } : {}),
    })

  const records = readRecords(bytes, report)
  if (!records) return content
  const [head, ...body] = records
  if (!head) {
    report(1, "the file is empty.")
    return content
  }
  const names = head.record
  const missing = Object.keys(of.columns).filter((name) => !names.includes(name))
  for (const name of missing) report(head.line, "the column is missing.", name)
  for (const name of names) if (!(name in of.columns)) report(head.line, "this column is not known.", name)
  if (missing.length > 0) return content
  if (body.length === 0) report(head.line, "the file has no rows.")

  const firstLine = new Map<string, number>()
  for (const { record, line } of body) {
    if (record.length !== names.length) {
      report(line, `the row has ${record.length} cells and should have ${names.length}.`)
      continue
    }
    const cells = new Map(names.map((name, index) => [name, record[index] ?? ""]))
    const key = of.key.map((name) => cells.get(name) ?? "").join(" ")
    const before = firstLine.get(key)
    if (before) report(line, `"${key}" stands already on line ${before}.`, of.key.join(" + "))
    else firstLine.set(key, line)
    content.keys.add(key)
    const row = readRow(of.columns, cells, (message, column) => report(line, message, column))
    if (row && !before) content.rows.push({ line, row })
  }
  return content
}

function readRow<C extends Columns>(
  columns: C,
  cells: Map<string, string>,
  report: (message: string, column: string) => void,
) {
  let whole = true
  const entries = Object.entries(columns).map(([name, meaning]) => {
    const cell = cells.get(name) ?? ""
    // PostgreSQL cannot hold NUL, and no name or code holds a control character.
    const parsed = /\p{Cc}/u.test(cell)
      ? { message: "the cell holds a line break or control character." }
      : meaning(cell)
    if ("value" in parsed) return [name, parsed.value]
    report(parsed.message, name)
    whole = false
    return [name, undefined]
  })
  // The entries come from the columns one by one, so the object has their types; TypeScript cannot follow that.
  return whole ? (Object.fromEntries(entries) as Row<C>) : undefined
}

type Line = { record: string[]; line: number }

function readRecords(
  bytes: Uint8Array | undefined,
  report: (line: number, message: string) => void,
): Line[] | undefined {
  if (!bytes) return void report(1, "the file is missing.")
  if (!isUtf8(bytes)) return void report(1, "the file is not UTF-8 text.")
  try {
    const text = Buffer.from(bytes).toString("utf8").normalize("NFC")
    const options = {
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    } as const
    // With `info` each record comes wrapped, which the types of csv-parse do not tell.
    const records = parse(text, options) as unknown as {
      record: string[]
      info: Info
    }[]
    return records.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return void report(Number(error.lines ?? 1), `this is not CSV: ${error.message}.`)
  }
}
