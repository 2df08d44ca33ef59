import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { type NewTask, openTask, withdrawTask } from "../tasks"
import { type JudgedLine, judgeLines, lineKey, missingThere, type OurPayment, type OurRefund } from "./compare-lines"
import { knownLines, ourBooks } from "./our-books"
import type { SettlementLine } from "./read-lines"

export type NewSettlementFile = {
  provider: "vnpay" | "stripe"
  name: string
  bytes: Uint8Array
  lines: SettlementLine[]
  /** The days the file covers, both included. */
  days: { from: string; to: string }
  by: string
}

export type ImportedSettlement = {
  id: string
  /** The very file was imported before, and nothing has changed. */
  known: boolean
  lines: number
  /** Lines that stood in another file already. */
  repeated: number
  matched: number
  /** Tasks opened by this file. */
  tasks: number
}

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/**
 * Takes a gateway's file down and compares it with our books line by line; what differs becomes a task, what an
 * earlier file lacked and this one has clears its task. One transaction; the same file again changes nothing.
 */
export async function importSettlement(db: Knex, file: NewSettlementFile): Promise<ImportedSettlement> {
  return db.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtext(?))", [`settlement:${file.provider}`])
    const hash = sha256(file.bytes)
    const before = await trx("settlement_file").where({ provider: file.provider, sha256: hash }).first("id", "lines")
    if (before) {
      return { id: before.id, known: true, lines: before.lines, repeated: before.lines, matched: 0, tasks: 0 }
    }
    const id = generateEntityId(undefined, "setfile")
    await trx("settlement_file").insert({
      ...{ id, provider: file.provider, sha256: hash, name: file.name, content: Buffer.from(file.bytes) },
      ...{ from_day: file.days.from, to_day: file.days.to, lines: file.lines.length, imported_by: file.by },
    })
    const asked = { provider: file.provider, refs: [...new Set(file.lines.map(({ txnRef }) => txnRef))], ...file.days }
    const books = await ourBooks(trx, asked)
    const judged = judgeLines(file.lines, books)
    const { repeated, changed } = await storeLines(trx, { ...file, id }, judged)
    const fresh = judged.filter(({ line }) => !repeated.has(lineKey(line)))
    const found = [
      ...fresh.flatMap((one) => (one.verdict === "match" ? [] : [differs(file, id, one)])),
      ...changed.map((one) => changedTask(file, id, one)),
    ]
    const missing = missingThere(await knownLines(trx, asked), books, file.days)
    for (const one of missing.payments) found.push(absent(file, id, "payment", one))
    for (const one of missing.refunds) found.push(absent(file, id, "refund", one))
    let tasks = 0
    for (const task of found) if (await openTask(trx, task)) tasks++
    for (const { ours, line } of fresh)
      if (ours) await withdrawTask(trx, absentKey(file.provider, line.kind, ours), `${file.name}, ${line.line}`)
    const matched = fresh.filter(({ verdict }) => verdict === "match").length
    return { id, known: false, lines: file.lines.length, repeated: repeated.size, matched, tasks }
  })
}

type Stored = { line_key: string; amount: string; fee: string | null; status: string }
type Changed = { line: SettlementLine; before: Stored }

/** Lines another file had already are not stored twice; those that say something else now are named. */
async function storeLines(trx: Knex.Transaction, file: NewSettlementFile & { id: string }, judged: JudgedLine[]) {
  const before: Stored[] = await trx("settlement_line")
    .where({ provider: file.provider })
    .whereIn(
      "line_key",
      judged.map(({ line }) => lineKey(line)),
    )
    .select("line_key", "amount", "fee", "status")
  const known = new Map(before.map((row) => [row.line_key, row]))
  const changed: Changed[] = []
  const repeated = new Set(known.keys())
  for (const { line, verdict } of judged) {
    const key = lineKey(line)
    const row = known.get(key)
    if (row && !isSame(row, line)) changed.push({ line, before: row })
    if (row) continue
    known.set(key, {
      line_key: key,
      amount: String(line.amount),
      fee: line.fee === null ? null : String(line.fee),
      status: line.status,
    })
    await trx("settlement_line").insert({
      ...{ file_id: file.id, provider: file.provider, line: line.line, line_key: key, kind: line.kind },
      ...{ txn_ref: line.txnRef, transaction_no: line.transactionNo, amount: line.amount, fee: line.fee },
      ...{ day: line.day, at: line.at, status: line.status, verdict },
    })
  }
  return { repeated, changed }
}

const isSame = (row: Stored, line: SettlementLine) =>
  Number(row.amount) === line.amount &&
  row.status === line.status &&
  (row.fee === null ? null : Number(row.fee)) === line.fee

const TASK_OF = {
  missing_here: "settlement_missing_here",
  amount: "settlement_amount",
  status: "settlement_status",
} as const

const told = (file: NewSettlementFile, fileId: string) => ({
  provider: file.provider,
  file: file.name,
  file_id: fileId,
})
const there = ({ line, kind, txnRef, transactionNo, amount, fee, at, status }: SettlementLine) => ({
  ...{ line, kind, txn_ref: txnRef, transaction_no: transactionNo, amount, fee, at: at.toISOString(), status },
})
const here = (ours: OurPayment | OurRefund) => ({
  ...{ txn_ref: ours.txnRef, transaction_no: ours.transactionNo, amount: ours.amount, day: ours.day },
  done: "captured" in ours ? ours.captured : ours.confirmed,
})

const differs = (file: NewSettlementFile, id: string, { line, verdict, ours }: JudgedLine): NewTask => ({
  kind: TASK_OF[verdict === "match" ? "status" : verdict],
  subject: line.txnRef || line.transactionNo,
  evidence: { ...told(file, id), there: there(line), ...(ours ? { here: here(ours) } : {}) },
  key: `settlement:${file.provider}:${verdict}:${lineKey(line)}`,
})

const changedTask = (file: NewSettlementFile, id: string, { line, before }: Changed): NewTask => ({
  kind: "settlement_changed",
  subject: line.txnRef || line.transactionNo,
  evidence: {
    ...told(file, id),
    there: there(line),
    before: {
      amount: Number(before.amount),
      fee: before.fee === null ? null : Number(before.fee),
      status: before.status,
    },
  },
  key: `settlement:${file.provider}:changed:${lineKey(line)}:${line.amount}:${line.fee}:${line.status}`,
})

const absentKey = (provider: string, kind: "payment" | "refund", ours: OurPayment | OurRefund) =>
  kind === "payment"
    ? `settlement:${provider}:missing_there:payment:${ours.txnRef}`
    : `settlement:${provider}:missing_there:refund:${ours.txnRef}:${ours.transactionNo ?? ours.amount}`

const absent = (
  file: NewSettlementFile,
  id: string,
  kind: "payment" | "refund",
  ours: OurPayment | OurRefund,
): NewTask => ({
  kind: "settlement_missing_there",
  subject: ours.txnRef,
  evidence: { ...told(file, id), kind, days: file.days, here: here(ours) },
  key: absentKey(file.provider, kind, ours),
})
