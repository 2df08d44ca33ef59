import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/** A payment the stand-in has decided; amounts as VNPay writes them, đồng × 100. */
export type Paid = {
  kind: "payment"
  ref: string
  createDate: string
  amount: string
  transactionNo: string
  status: string
  bankCode: string
  payDate: string
  info: string
  /** The signed result, the same for every notice of it. */
  result: string
}

export type Refunded = {
  kind: "refund"
  ref: string
  requestId: string
  type: string
  amount: string
  transactionNo: string
  payDate: string
  /** 00, or 09 when the bank has sent it back. */
  status: string
}

export type Book = { payment?: Paid; refunds: Refunded[] }

const books = new Map<string, Book>()
const requests = new Set<string>()
let file: string | undefined
let known = 0

/** Kept in a file, so that a shop started again, or a second process beside it, can give back what was paid. */
export function openBook(folder: string): void {
  file = join(folder, "vnpay-stand-in.jsonl")
  readOn(file)
}

function readOn(path: string) {
  if (!existsSync(path) || statSync(path).size === known) return
  const text = readFileSync(path)
  for (const line of text.subarray(known).toString().split("\n")) if (line) keep(JSON.parse(line))
  known = text.length
}

export const bookOf = (ref: string): Book => books.get(ref) ?? { refunds: [] }

/** Whether a request of this number has been answered before. */
export function isRepeated(requestId: string): boolean {
  if (requests.has(requestId)) return true
  requests.add(requestId)
  return false
}

export function write(entry: Paid | Refunded): void {
  if (!file) throw new Error("The stand-in's book is not open")
  appendFileSync(file, `${JSON.stringify(entry)}\n`)
  readOn(file)
}

function keep(entry: Paid | Refunded) {
  const book = bookOf(entry.ref)
  books.set(entry.ref, book)
  if (entry.kind === "payment") book.payment = entry
  else {
    book.refunds.push(entry)
    requests.add(entry.requestId)
  }
}

let last = Math.floor(Date.now() / 1000)
export const nextTransactionNo = () => String(++last)

/** yyyyMMddHHmmss in Vietnam. */
export const now = () => new Date().toLocaleString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).replace(/\D/g, "")
