import type { SettlementLine } from "./read-lines"

/** A payment as we have it, by our reference. */
export type OurPayment = {
  txnRef: string
  amount: number
  captured: boolean
  transactionNo: string | null
  /** The day it was paid on, Vietnam's clock. */
  day: string
}
export type OurRefund = {
  txnRef: string
  amount: number
  confirmed: boolean
  transactionNo: string | null
  day: string
}
export type OurBooks = { payments: OurPayment[]; refunds: OurRefund[] }

export type LineVerdict = "match" | "missing_here" | "amount" | "status"
export type JudgedLine = { line: SettlementLine; verdict: LineVerdict; ours?: OurPayment | OurRefund }

/** What the gateway's file says and we, line by line. */
export function judgeLines(lines: readonly SettlementLine[], { payments, refunds }: OurBooks): JudgedLine[] {
  const byRef = new Map(payments.map((payment) => [payment.txnRef, payment]))
  const left = new Set(refunds)
  return lines.map((line) =>
    line.kind === "payment" ? judgePayment(line, byRef.get(line.txnRef)) : judgeRefund(line, left),
  )
}

function judgePayment(line: SettlementLine, ours: OurPayment | undefined): JudgedLine {
  // A payment that failed there need not have come to us at all.
  if (!ours) return { line, verdict: line.status === "failed" ? "match" : "missing_here" }
  const other = ours.captured && ours.transactionNo && line.transactionNo && ours.transactionNo !== line.transactionNo
  // Paid twice under one reference: we know of the other one.
  if (other) return { line, verdict: line.status === "done" ? "missing_here" : "match", ours }
  if (ours.captured !== (line.status === "done")) return { line, verdict: "status", ours }
  return { line, verdict: ours.captured && ours.amount !== line.amount ? "amount" : "match", ours }
}

/** By the gateway's number; where the file has none, by reference and amount, each of ours once. */
function judgeRefund(line: SettlementLine, left: Set<OurRefund>): JudgedLine {
  const own = [...left].filter(({ txnRef }) => txnRef === line.txnRef || line.txnRef === "")
  const ours =
    own.find(
      ({ transactionNo }) => transactionNo !== null && transactionNo !== "" && transactionNo === line.transactionNo,
    ) ?? own.find(({ amount, transactionNo }) => amount === line.amount && (!transactionNo || !line.transactionNo))
  if (!ours) return { line, verdict: line.status === "failed" ? "match" : "missing_here" }
  left.delete(ours)
  if (ours.confirmed !== (line.status === "done")) return { line, verdict: "status", ours }
  return { line, verdict: ours.confirmed && ours.amount !== line.amount ? "amount" : "match", ours }
}

/** Lines of other files count too: a file may begin or end within a day. */
export type KnownLine = Pick<SettlementLine, "kind" | "txnRef" | "transactionNo" | "amount" | "status">

/** What we have of these days and the gateway's files do not. */
export function missingThere(
  known: readonly KnownLine[],
  books: OurBooks,
  days: { from: string; to: string },
): OurBooks {
  const within = ({ day }: { day: string }) => day >= days.from && day <= days.to
  const paid = new Set(known.filter(({ kind }) => kind === "payment").map(({ txnRef }) => txnRef))
  const back = known.filter(({ kind }) => kind === "refund")
  const numbers = new Set(back.map(({ transactionNo }) => transactionNo).filter(Boolean))
  const listed = (ours: OurRefund) =>
    (ours.transactionNo ? numbers.has(ours.transactionNo) : false) ||
    back.some(({ txnRef, amount, transactionNo }) => !transactionNo && txnRef === ours.txnRef && amount === ours.amount)
  return {
    payments: books.payments.filter((one) => one.captured && within(one) && !paid.has(one.txnRef)),
    refunds: books.refunds.filter((one) => one.confirmed && within(one) && !listed(one)),
  }
}

/** The days a file speaks of. */
export function daysOf(lines: readonly SettlementLine[]): { from: string; to: string } | undefined {
  const days = lines.map(({ day }) => day).sort()
  const [from] = days
  const to = days.at(-1)
  return from && to ? { from, to } : undefined
}

/** The same transaction in another file has the same key. */
export const lineKey = ({ kind, transactionNo, txnRef, amount, at }: SettlementLine) =>
  transactionNo ? `${kind}:${transactionNo}` : `${kind}:${txnRef}:${amount}:${at.toISOString()}`
