import { isUtf8 } from "node:buffer"
import { CsvError, type Info, parse } from "csv-parse/sync"

/** A row of the file: its cells, trimmed and in Unicode NFC, and the line it ends on, counted from 1. */
export type SheetRow = { line: number; cells: string[] }
export type Sheet = { ok: true; rows: SheetRow[] } | { ok: false; line: number; problem: SheetProblem }
export type SheetProblem = "not_text" | "not_csv" | "empty"

/**
 * Reads a table as banks and gateways hand it out: CSV in UTF-8 or, as Excel writes "Unicode text", UTF-16, cells parted
 * by comma, semicolon or tab. Rows may differ in length, for statements begin with lines about the account.
 */
export function readSheet(bytes: Uint8Array): Sheet {
  const text = decode(bytes)
  if (text === undefined) return { ok: false, line: 1, problem: "not_text" }
  try {
    const options = { bom: true, trim: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
    // With `info` each record comes wrapped, which the types of csv-parse do not tell.
    const records = parse(text, { ...options, delimiter: delimiterOf(text) }) as unknown as {
      record: string[]
      info: Info
    }[]
    const rows = records
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some(Boolean))
    return rows.length === 0 ? { ok: false, line: 1, problem: "empty" } : { ok: true, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, line: Number(error.lines ?? 1), problem: "not_csv" }
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined
  if (!utf16 && !isUtf8(bytes)) return undefined
  const text = new TextDecoder(utf16 ?? "utf-8").decode(bytes).normalize("NFC")
  // A workbook or a picture under the name of a CSV file; PostgreSQL could not keep it either.
  return text.includes("\u0000") ? undefined : text
}

/** The separator there is most of outside quotes; a comma also stands within amounts, so the others win when level. */
function delimiterOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, "")
  const count = (separator: string) => bare.split(separator).length - 1
  const [best] = ["\t", ";", ","].sort((a, b) => count(b) - count(a))
  return best ?? ","
}
