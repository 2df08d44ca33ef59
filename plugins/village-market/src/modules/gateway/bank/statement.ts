import { createHash } from "node:crypto"
import { dongOf, momentOf } from "../../../sheet/cells"
import { type Columns, cellOf, findColumns } from "../../../sheet/find-columns"
import { readSheet, type SheetProblem, type SheetRow } from "../../../sheet/read-sheet"

export const STATEMENT_COLUMNS = ["date", "credit", "debit", "amount", "content", "reference"] as const
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number]
export type StatementColumns = Columns<StatementColumn>

/** How banks head their columns, as far as we have seen or read. */
const NAMES: Record<StatementColumn, readonly string[]> = {
  date: [
    ...["Ngày giao dịch", "Ngày GD", "Ngày hiệu lực", "Ngày hạch toán", "Ngày ghi sổ", "Thời gian", "Ngày giờ", "Ngày"],
    ...["Transaction date", "Posting date", "Effective date", "Date", "Time"],
  ],
  credit: [
    ...["Ghi có", "Số tiền ghi có", "Phát sinh có", "PS có", "Có", "Tiền vào", "Số tiền vào", "Thu"],
    ...["Credit", "Credit amount", "Money in"],
  ],
  debit: [
    ...["Ghi nợ", "Số tiền ghi nợ", "Phát sinh nợ", "PS nợ", "Nợ", "Tiền ra", "Số tiền ra", "Chi"],
    ...["Debit", "Debit amount", "Money out"],
  ],
  amount: ["Số tiền", "Số tiền giao dịch", "Giá trị giao dịch", "Amount", "Transaction amount"],
  content: [
    ...[
      "Nội dung",
      "Nội dung giao dịch",
      "Nội dung chuyển khoản",
      "Nội dung chi tiết",
      "Diễn giải",
      "Mô tả",
      "Chi tiết",
    ],
    ...["Description", "Transaction description", "Details", "Remark", "Content"],
  ],
  reference: [
    ...["Số tham chiếu", "Mã tham chiếu", "Mã giao dịch", "Số GD", "Mã GD", "Số bút toán", "Số chứng từ", "Số CT"],
    ...["Reference", "Reference number", "Reference no", "Transaction ID", "Transaction number", "Doc no"],
  ],
}

/** Which line heads the columns and where each is, counted from 0. */
export type Mapping = { line: number; columns: StatementColumns }

/** A line of a statement: a movement, or why it is none. */
export type StatementLine = { line: number } & (
  | {
      ok: true
      direction: "in" | "out"
      amount: number
      booked_at: Date
      whole_day: boolean
      content: string
      bank_reference: string | null
      /** What makes this movement itself, on this account, in whatever statement it stands. */
      source_id: string
      raw: string
    }
  | { ok: false; problem: "date" | "amount" }
)

export type Statement =
  | { ok: false; problem: SheetProblem; line: number }
  /** The columns were not found: somebody has to say where they are. */
  | { ok: false; problem: "no_columns"; rows: SheetRow[] }
  | { ok: true; mapping: Mapping; head: string[]; lines: StatementLine[] }

/** A table has a day and an amount in one of three columns; without a content there would be no reference to find. */
export const isComplete = ({ date, credit, amount, content }: StatementColumns) =>
  date !== undefined && content !== undefined && (credit !== undefined || amount !== undefined)

/** Reads a bank's statement of `account`. The columns are found by their names unless `asked` says where they are. */
export function readStatement(bytes: Uint8Array, account: string, asked?: Mapping): Statement {
  const sheet = readSheet(bytes)
  if (!sheet.ok) return sheet
  const { rows } = sheet
  const found = asked ? given(rows, asked) : byNames(rows)
  if (!found) return { ok: false, problem: "no_columns", rows: rows.slice(0, 20) }
  const seen = new Map<string, number>()
  const lines = found.body.map((row) => readLine(row, found.columns, account, seen))
  const mapping = { line: found.head.line, columns: found.columns }
  return { ok: true, mapping, head: found.head.cells, lines }
}

function byNames(rows: SheetRow[]) {
  const required: StatementColumn[][] = [
    ["date", "content", "credit"],
    ["date", "content", "amount"],
  ]
  for (const columns of required) {
    const found = findColumns(rows, NAMES, columns)
    if (found) return found
  }
  return undefined
}

function given(rows: SheetRow[], { line, columns }: Mapping) {
  const at = rows.findIndex((row) => row.line === line)
  const head = rows[at]
  return head && isComplete(columns) ? { head, columns, body: rows.slice(at + 1) } : undefined
}

function readLine(row: SheetRow, columns: StatementColumns, account: string, seen: Map<string, number>): StatementLine {
  const { line } = row
  const cell = (column: StatementColumn) => cellOf(row, columns, column)
  const moment = momentOf(cell("date"))
  if (!moment) return { line, ok: false, problem: "date" }
  const signed = signedAmount(cell)
  if (!signed) return { line, ok: false, problem: "amount" }
  const direction = signed > 0 ? "in" : "out"
  const amount = Math.abs(signed)
  const content = cell("content").slice(0, 2000)
  const bank_reference = cell("reference").slice(0, 200) || null
  // A bank may begin its numbers anew every day.
  const facts = bank_reference
    ? ["ref", account, direction, amount, moment.day, bank_reference]
    : ["line", account, direction, amount, moment.at.toISOString(), content]
  const key = facts.join("|")
  // The same movement twice in one statement is two movements; in the next statement they are these two again.
  const number = (seen.get(key) ?? 0) + 1
  seen.set(key, number)
  return {
    ...{ line, ok: true, direction, amount, content, bank_reference },
    booked_at: moment.at,
    whole_day: moment.at.getTime() === Date.parse(`${moment.day}T00:00:00+07:00`),
    source_id: createHash("sha256").update(`${key}|${number}`).digest("hex"),
    raw: JSON.stringify(row.cells),
  }
}

/** What came in above zero, what went out below; undefined if that cannot be told. */
function signedAmount(cell: (column: StatementColumn) => string): number | undefined {
  const read = (column: StatementColumn) => (cell(column) === "" || cell(column) === "-" ? 0 : dongOf(cell(column)))
  const [credit, debit, amount] = [read("credit"), read("debit"), read("amount")]
  if (credit === undefined || debit === undefined || amount === undefined) return undefined
  if (credit !== 0 && debit !== 0) return undefined
  const moved = Math.abs(credit) - Math.abs(debit)
  return moved === 0 ? amount : moved
}
