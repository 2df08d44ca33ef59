import { setTimeout as pause } from "node:timers/promises"
import type { Fault } from "./faults"
import { json, type Reply } from "./loopback"
import { CHOICES, type Payment, type Refund, type VnpayBook } from "./vnpay-book"
import { vietnamTime } from "./vnpay-clock"
import type { Terminal } from "./vnpay-pay-page"
import { type Command, isCommand, messageHash } from "./vnpay-signature"

type Message = Record<string, string>
export type Timing = { slowMs: number; lateMs: number; laterMs: number }

const refusal = (code: string): Message => ({ vnp_ResponseCode: code, vnp_Message: `Refused ${code}` })

/** VNPay's query and refund interface, spoilt as it has been told. */
export async function answerApi(
  asked: Message,
  { book, terminal, fault, timing, clockOff }: ApiContext,
): Promise<Reply> {
  const command = asked.vnp_Command ?? ""
  if (!isCommand(command)) return json(refusal("03"))
  const problem = problemOf(asked, command, terminal)
  const said = problem ? refusal(problem) : obey(asked, command, book, fault, timing, clockOff)
  const { answer } = fault
  if (answer === "slow") await pause(timing.slowMs)
  if (answer === "late") await pause(timing.lateMs)
  if (answer === "cut") return "hang_up"
  if (answer === "500") return { status: 500, body: "" }
  const coded = answer === "94" || answer === "98" || answer === "99" ? refusal(answer) : said
  const full: Message = {
    vnp_ResponseId: crypto.randomUUID().replaceAll("-", ""),
    ...{ vnp_Command: command, vnp_TmnCode: terminal.tmnCode, vnp_TxnRef: asked.vnp_TxnRef ?? "" },
    ...coded,
  }
  const secret = answer === "signature" ? `${terminal.secret}x` : terminal.secret
  return json({ ...full, vnp_SecureHash: messageHash(full, command, "answered", secret) })
}

export type ApiContext = { book: VnpayBook; terminal: Terminal; fault: Fault; timing: Timing; clockOff: number }

function problemOf(asked: Message, command: Command, { tmnCode, secret }: Terminal): string | undefined {
  if (asked.vnp_Version !== "2.1.0" || !/^[A-Za-z0-9]{1,32}$/.test(asked.vnp_RequestId ?? "")) return "03"
  if (asked.vnp_TmnCode !== tmnCode) return "02"
  return messageHash(asked, command, "asked", secret) === asked.vnp_SecureHash ? undefined : "97"
}

function obey(
  asked: Message,
  command: Command,
  book: VnpayBook,
  fault: Fault,
  timing: Timing,
  clockOff: number,
): Message {
  const requestId = asked.vnp_RequestId ?? ""
  if (book.requests.has(requestId)) return refusal("94")
  book.requests.add(requestId)
  const payment = book.payments.get(asked.vnp_TxnRef ?? "")
  if (!payment || payment.createDate !== asked.vnp_TransactionDate) return refusal("91")
  if (command === "querydr") return shown(payment, book.refundsOf(payment.ref).at(-1))
  if (fault.work === "not_done") return refusal("99")
  const why = refundProblem(asked, payment, book)
  if (why) return refusal(why)
  const refund: Refund = {
    ...{ ref: payment.ref, requestId, type: asked.vnp_TransactionType ?? "", amount: Number(asked.vnp_Amount) / 100 },
    ...{ transactionNo: book.nextNumber(), payDate: vietnamTime(clockOff) },
    status: fault.work === "bank" ? "09" : fault.work === "processing" ? "05" : "00",
  }
  const carryOut = () => {
    // By then another one may have taken what was left.
    if (!refundProblem(asked, payment, book)) book.refunds.push(refund)
  }
  if (fault.work === "done_later") {
    setTimeout(carryOut, timing.laterMs).unref()
    return refusal("99")
  }
  carryOut()
  if (refund.status === "05") {
    setTimeout(() => {
      refund.status = "00"
    }, timing.laterMs).unref()
  }
  return shown(payment, refund)
}

/** Never more than was taken, the whole only in one piece, and only what was paid. */
function refundProblem(asked: Message, payment: Payment, book: VnpayBook): string | undefined {
  const { ref, transactionNo } = payment
  const type = asked.vnp_TransactionType
  const amount = Number(asked.vnp_Amount) / 100
  if (CHOICES[payment.choice].status !== "00") return "95"
  if (!/^[1-9]\d{0,9}00$/.test(asked.vnp_Amount ?? "") || (type !== "02" && type !== "03")) return "03"
  if (asked.vnp_TransactionNo !== transactionNo) return "91"
  const untouched = book.left(ref) === payment.amount
  if (type === "02" && !untouched) return "04"
  if (type === "02" ? amount !== payment.amount : amount > book.left(ref)) return "93"
  return undefined
}

/** VNPay shows the latest transaction of a payment. */
const shown = (payment: Payment, refund?: Refund): Message => ({
  vnp_ResponseCode: "00",
  vnp_Message: "Success",
  vnp_Amount: `${refund?.amount ?? payment.amount}00`,
  vnp_BankCode: payment.bankCode,
  vnp_PayDate: refund?.payDate ?? payment.payDate,
  vnp_TransactionNo: refund?.transactionNo ?? payment.transactionNo,
  vnp_TransactionType: refund?.type ?? "01",
  vnp_TransactionStatus: refund?.status ?? CHOICES[payment.choice].status,
  vnp_OrderInfo: refund ? "Hoan tien" : payment.info,
})
