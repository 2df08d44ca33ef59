import { CHOICES, type Choice, type Payment, type VnpayBook } from "./vnpay-book"
import { vietnamTime } from "./vnpay-clock"
import { isSignedQuery, signedQuery } from "./vnpay-signature"

export type Terminal = { tmnCode: string; secret: string }

const WANTED: [string, RegExp][] = [
  ["Version", /^2\.1\.0$/],
  ["Command", /^pay$/],
  ["Amount", /^[1-9]\d{0,9}00$/],
  ["CurrCode", /^VND$/],
  ["TxnRef", /^[A-Za-z0-9]{1,100}$/],
  ["OrderInfo", /^[A-Za-z0-9 .,:_-]{1,255}$/],
  ["OrderType", /./],
  ["IpAddr", /./],
  ["Locale", /^(vn|en)$/],
  ["ReturnUrl", /^https?:/],
  ["CreateDate", /^\d{14}$/],
]

/** What VNPay's page would refuse a payment address for; undefined when it can be paid. */
export function problemOf(asked: URLSearchParams, { tmnCode, secret }: Terminal, clockOff: number): string | undefined {
  if (!isSignedQuery(asked, secret)) return "signature"
  if (asked.get("vnp_TmnCode") !== tmnCode) return "terminal"
  const wrong = WANTED.find(([name, form]) => !form.test(asked.get(`vnp_${name}`) ?? ""))
  if (wrong) return wrong[0]
  return (asked.get("vnp_ExpireDate") ?? "") > vietnamTime(clockOff) ? undefined : "expired"
}

/** The payer decides, once: whoever pays an address a second time is shown the first result. */
export function decide(book: VnpayBook, asked: URLSearchParams, choice: Choice, clockOff: number): Payment {
  const of = (name: string) => asked.get(`vnp_${name}`) ?? ""
  const ref = of("TxnRef")
  const known = book.payments.get(ref)
  if (known) return known
  const { moved } = CHOICES[choice]
  const payment: Payment = {
    ...{ ref, choice, amount: Number(of("Amount")) / 100, createDate: of("CreateDate"), info: of("OrderInfo") },
    ...{ payDate: vietnamTime(clockOff), transactionNo: moved ? book.nextNumber() : "0" },
    bankCode: moved ? "NCB" : "VNPAY",
  }
  book.payments.set(ref, payment)
  return payment
}

/** The signed query of a notice or a return. */
export function resultQuery(payment: Payment, { tmnCode, secret }: Terminal, codes?: [string, string]): string {
  const { response, status } = CHOICES[payment.choice]
  const [code, state] = codes ?? [response, status]
  const fields = {
    vnp_Amount: `${payment.amount}00`,
    vnp_BankCode: payment.bankCode,
    vnp_BankTranNo: payment.transactionNo === "0" ? "" : `VNP${payment.transactionNo}`,
    vnp_CardType: "ATM",
    vnp_OrderInfo: payment.info,
    vnp_PayDate: payment.payDate,
    vnp_ResponseCode: code,
    vnp_TmnCode: tmnCode,
    vnp_TransactionNo: payment.transactionNo,
    vnp_TransactionStatus: state,
    vnp_TxnRef: payment.ref,
  }
  return signedQuery(fields, secret)
}
