import { dongOf, momentOf } from "../../../sheet/cells"
import { type ColumnNames, cellOf, findColumns, plainName } from "../../../sheet/find-columns"
import { readSheet, type SheetProblem, type SheetRow } from "../../../sheet/read-sheet"

/** One line of a gateway's settlement file; amounts in whole đồng, never negative. */
export type SettlementLine = {
  line: number
  kind: "payment" | "refund"
  /** Our reference; empty where the file names none. */
  txnRef: string
  /** The gateway's own number. */
  transactionNo: string
  amount: number
  /** What the gateway keeps; null where the file does not say. */
  fee: number | null
  /** The day on Vietnam's clock. */
  day: string
  at: Date
  status: "done" | "failed" | "other"
}

export const SETTLEMENT_COLUMNS = ["txn_ref", "transaction_no", "amount", "fee", "date", "type", "status"] as const
export type SettlementColumn = (typeof SETTLEMENT_COLUMNS)[number]
const REQUIRED: SettlementColumn[] = ["txn_ref", "amount", "date"]

/** Headings as merchants have met them; the format is not public, so the operator may name others. */
const NAMES: ColumnNames<SettlementColumn> = {
  txn_ref: [
    "vnp_TxnRef",
    "TxnRef",
    "Mã đơn hàng",
    "Mã tham chiếu",
    "Mã GD website",
    "Mã hóa đơn",
    "Order ID",
    "Order Ref",
    "Merchant reference",
    "txn_ref",
  ],
  transaction_no: [
    "vnp_TransactionNo",
    "TransactionNo",
    "Mã giao dịch VNPAY",
    "Mã GD VNPAY",
    "Số giao dịch",
    "Mã giao dịch",
    "Transaction ID",
    "Transaction No",
    "transaction_no",
  ],
  amount: ["vnp_Amount", "Số tiền giao dịch", "Số tiền", "Số tiền thanh toán", "Amount", "Gross"],
  fee: ["Tổng phí", "Phí giao dịch", "Phí", "Phí VNPAY", "Fee", "Fees", "MDR"],
  date: [
    "vnp_PayDate",
    "PayDate",
    "Thời gian giao dịch",
    "Ngày giao dịch",
    "Thời gian thanh toán",
    "Ngày thanh toán",
    "Thời gian",
    "Ngày",
    "Transaction date",
    "Created",
    "Date",
  ],
  type: ["vnp_TransactionType", "Loại giao dịch", "Loại GD", "Loại", "Transaction type", "Type"],
  status: ["vnp_TransactionStatus", "Trạng thái giao dịch", "Trạng thái", "Kết quả", "Tình trạng", "Status"],
}

export type LineProblem = { line: number; column: SettlementColumn; cell: string }
export type SettlementFile =
  | { ok: false; problem: SheetProblem | "no_headings"; line: number; headings: string[] }
  | {
      ok: true
      headings: string[]
      columns: Partial<Record<SettlementColumn, string>>
      lines: SettlementLine[]
      problems: LineProblem[]
    }

/**
 * Reads a settlement file by the names of its columns; `named` are the operator's own and come first. A cell that
 * cannot be read makes a problem, and a file with one is not to be imported: nothing is guessed.
 */
export function readSettlementFile(
  bytes: Uint8Array,
  named: Partial<Record<SettlementColumn, string>> = {},
): SettlementFile {
  const sheet = readSheet(bytes)
  if (!sheet.ok) return { ok: false, problem: sheet.problem, line: sheet.line, headings: [] }
  const names = Object.fromEntries(
    SETTLEMENT_COLUMNS.map((column) => [column, named[column] ? [named[column]] : NAMES[column]]),
  ) as ColumnNames<SettlementColumn>
  const found = findColumns(sheet.rows, names, REQUIRED)
  if (!found)
    return { ok: false, problem: "no_headings", line: sheet.rows[0]?.line ?? 1, headings: longest(sheet.rows) }
  const { head, columns, body } = found
  const lines: SettlementLine[] = []
  const problems: LineProblem[] = []
  for (const row of body) {
    const cell = (column: SettlementColumn) => cellOf(row, columns, column)
    // A line of totals at the end names no payment and no day.
    if (!cell("txn_ref") && !cell("date")) continue
    const read = readLine(row.line, cell)
    if ("column" in read) problems.push(read)
    else lines.push(read)
  }
  const used = SETTLEMENT_COLUMNS.flatMap((column) => {
    const at = columns[column]
    return at === undefined ? [] : [[column, head.cells[at] ?? ""] as const]
  })
  return { ok: true, headings: head.cells, columns: Object.fromEntries(used), lines, problems }
}

const longest = (rows: SheetRow[]) => rows.reduce((a, b) => (b.cells.length > a.length ? b.cells : a), [] as string[])

function readLine(line: number, cell: (column: SettlementColumn) => string): SettlementLine | LineProblem {
  const wrong = (column: SettlementColumn): LineProblem => ({ line, column, cell: cell(column) })
  const amount = dongOf(cell("amount"))
  if (amount === undefined) return wrong("amount")
  const moment = momentOf(cell("date"))
  if (!moment) return wrong("date")
  const fee = cell("fee") === "" ? null : dongOf(cell("fee"))
  if (fee === undefined) return wrong("fee")
  const kind = kindOf(cell("type"), amount)
  if (!kind) return wrong("type")
  if (!cell("txn_ref") && !cell("transaction_no")) return wrong("txn_ref")
  return {
    ...{ line, kind, txnRef: cell("txn_ref"), transactionNo: cell("transaction_no") },
    ...{
      amount: Math.abs(amount),
      fee: fee === null ? null : Math.abs(fee),
      ...moment,
      status: statusOf(cell("status")),
    },
  }
}

function kindOf(text: string, amount: number): SettlementLine["kind"] | undefined {
  const type = plainName(text)
  if (type === "") return amount < 0 ? "refund" : "payment"
  if (["02", "03", "2", "3", "refund"].includes(type) || /\bhoan (tien|tra)\b/.test(type)) return "refund"
  if (["01", "1", "pay", "payment", "charge"].includes(type) || /\bthanh toan\b/.test(type)) return "payment"
  return undefined
}

function statusOf(text: string): SettlementLine["status"] {
  const status = plainName(text)
  if (/\b(khong thanh cong|that bai|failed|loi|tu choi|rejected)\b/.test(status) || ["01", "02", "09"].includes(status))
    return "failed"
  // A settlement file without a column for it lists what was settled.
  if (status === "" || ["00", "0", "paid", "available", "success", "successful", "succeeded"].includes(status))
    return "done"
  return /\b(thanh cong|da thanh toan|da hoan tien)\b/.test(status) ? "done" : "other"
}
