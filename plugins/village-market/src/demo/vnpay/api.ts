import { type Book, bookOf, isRepeated, nextTransactionNo, now, type Paid, type Refunded, write } from "./book"
import { hmacHex } from "./checksum"
import { type Fault, nextFault } from "./faults"
import type { Terminal } from "./terminal"

type Message = Record<string, string>
/** `hang_up`: no answer at all; `wait` in milliseconds before it. */
export type ApiAnswer = { wait: number; hang_up?: true; status: number; body: Message }

const SLOW = 1500
/** Later than a demonstration waits. */
const LATE = 5000

const asks = (text: string) => text.split(" ").map((name) => `vnp_${name}`)
const REQUESTS: Record<string, string[]> = {
  querydr: asks("RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo"),
  refund: asks(
    "RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo",
  ),
}
const ANSWER = asks(
  "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo",
)
const ANSWERS: Record<string, string[]> = {
  querydr: [...ANSWER, "vnp_PromotionCode", "vnp_PromotionAmount"],
  refund: ANSWER,
}

/** VNPay's query and refund interface as the stand-in plays it, wrong in the way it has been told to be. */
export async function answerApi(asked: Message, terminal: Terminal): Promise<ApiAnswer> {
  const command = asked.vnp_Command ?? ""
  const ref = asked.vnp_TxnRef ?? ""
  const fault = nextFault(ref, command)
  const answer = { wait: fault === "slow" ? SLOW : fault === "late" ? LATE : 0, status: 200 }
  if (fault === "500") return { ...answer, status: 500, body: {} }
  if (fault === "cut_before") return { ...answer, hang_up: true, body: {} }
  const said = await decide(asked, terminal, fault)
  const full = {
    vnp_ResponseId: crypto.randomUUID().replaceAll("-", ""),
    ...{ vnp_Command: command, vnp_TmnCode: terminal.tmnCode, vnp_TxnRef: ref },
    ...said,
  }
  const secret = fault === "signature" ? `${terminal.secret}x` : terminal.secret
  const signed = { ...full, vnp_SecureHash: await hash(full, ANSWERS[command] ?? ANSWER, secret) }
  return fault === "cut" ? { ...answer, hang_up: true, body: signed } : { ...answer, body: signed }
}

const hash = (message: Message, fields: string[], secret: string) =>
  hmacHex(fields.map((field) => message[field] ?? "").join("|"), secret)

const refusal = (code: string) => ({ vnp_ResponseCode: code, vnp_Message: `Refused ${code}` })

async function decide(asked: Message, { tmnCode, secret }: Terminal, fault?: Fault): Promise<Message> {
  const fields = REQUESTS[asked.vnp_Command ?? ""]
  if (!fields || asked.vnp_Version !== "2.1.0") return refusal("03")
  if (asked.vnp_TmnCode !== tmnCode) return refusal("02")
  if ((await hash(asked, fields, secret)) !== asked.vnp_SecureHash) return refusal("97")
  if (fault?.startsWith("code:")) return refusal(fault.slice(5))
  if (!/^[A-Za-z0-9]{1,32}$/.test(asked.vnp_RequestId ?? "")) return refusal("03")
  if (isRepeated(asked.vnp_RequestId ?? "")) return refusal("94")
  const book = bookOf(asked.vnp_TxnRef ?? "")
  const { payment } = book
  if (!payment || payment.createDate !== asked.vnp_TransactionDate) return refusal("91")
  if (asked.vnp_Command === "querydr") return described(payment, book.refunds.at(-1))
  return giveBack(asked, payment, book, fault)
}

function giveBack(asked: Message, payment: Paid, { refunds }: Book, fault?: Fault): Message {
  const amount = asked.vnp_Amount ?? ""
  const type = asked.vnp_TransactionType ?? ""
  const before = refunds.filter(({ status }) => status !== "09").reduce((sum, one) => sum + Number(one.amount), 0)
  if (payment.status !== "00") return refusal("95")
  if (!/^[1-9]\d{0,9}00$/.test(amount) || (type !== "02" && type !== "03")) return refusal("03")
  if (asked.vnp_TransactionNo !== payment.transactionNo) return refusal("91")
  if (type === "02" && before > 0) return refusal("04")
  if (type === "02" ? amount !== payment.amount : before + Number(amount) > Number(payment.amount)) return refusal("93")
  const refund: Refunded = {
    ...{ kind: "refund", ref: payment.ref, requestId: asked.vnp_RequestId ?? "", type, amount },
    ...{ transactionNo: nextTransactionNo(), payDate: now(), status: fault === "bank" ? "09" : "00" },
  }
  write(refund)
  return { ...described(payment, refund), ...(fault === "processing" ? { vnp_TransactionStatus: "05" } : {}) }
}

/** VNPay shows the latest transaction of a payment. */
const described = (payment: Paid, refund?: Refunded): Message => ({
  vnp_ResponseCode: "00",
  vnp_Message: "Success",
  vnp_Amount: refund?.amount ?? payment.amount,
  vnp_BankCode: payment.bankCode,
  vnp_PayDate: refund?.payDate ?? payment.payDate,
  vnp_TransactionNo: refund?.transactionNo ?? payment.transactionNo,
  vnp_TransactionType: refund?.type ?? "01",
  vnp_TransactionStatus: refund?.status ?? payment.status,
  vnp_OrderInfo: refund ? "Hoan tien" : payment.info,
})
