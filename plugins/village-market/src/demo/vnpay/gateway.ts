import axios from "axios"
import { bookOf, nextTransactionNo, now, write } from "./book"
import { checksum } from "./checksum"
import type { Terminal } from "./terminal"

/** What the payer does at the stand-in, and the codes VNPay would answer. */
export const CHOICES = {
  success: { response: "00", status: "00" },
  cancel: { response: "24", status: "02" },
  failure: { response: "51", status: "02" },
  fraud: { response: "07", status: "07" },
} as const
export type Choice = keyof typeof CHOICES

/** What a payer may have chosen before, and the kind of card with which the stand-in then pays. */
const METHODS = new Map<string | null, string>([
  [null, "ATM"],
  ["VNPAYQR", "QRCODE"],
  ["VNBANK", "ATM"],
  ["INTCARD", "VISA"],
])

export type Problem = "checksum" | "request" | "expired"

/** What is wrong with a payment request, as VNPay would refuse it. */
export async function problemOf(asked: URLSearchParams, { tmnCode, secret }: Terminal): Promise<Problem | undefined> {
  if ((await checksum(asked, secret)) !== asked.get("vnp_SecureHash")) return "checksum"
  const fits =
    asked.get("vnp_Version") === "2.1.0" &&
    asked.get("vnp_Command") === "pay" &&
    asked.get("vnp_TmnCode") === tmnCode &&
    asked.get("vnp_CurrCode") === "VND" &&
    /^[1-9]\d{0,9}00$/.test(asked.get("vnp_Amount") ?? "") &&
    /^[A-Za-z0-9]{1,100}$/.test(asked.get("vnp_TxnRef") ?? "") &&
    /^[A-Za-z0-9 .,:_-]{1,255}$/.test(asked.get("vnp_OrderInfo") ?? "") &&
    METHODS.has(asked.get("vnp_BankCode")) &&
    /^https?:/.test(asked.get("vnp_ReturnUrl") ?? "") &&
    Boolean(asked.get("vnp_IpAddr") && asked.get("vnp_OrderType") && asked.get("vnp_Locale"))
  if (!fits) return "request"
  return (asked.get("vnp_ExpireDate") ?? "") > now() ? undefined : "expired"
}

/** The signed result of a payment, the same for every notice of it and for the browser's return. */
export async function decide(asked: URLSearchParams, choice: Choice, { tmnCode, secret }: Terminal): Promise<string> {
  const ref = asked.get("vnp_TxnRef") ?? ""
  const known = bookOf(ref).payment
  if (known) return known.result
  const { response, status } = CHOICES[choice]
  const moved = response === "00" || response === "07"
  const transactionNo = moved ? nextTransactionNo() : "0"
  const payDate = now()
  const result = new URLSearchParams({
    vnp_Amount: asked.get("vnp_Amount") ?? "",
    vnp_BankCode: moved ? "NCB" : "VNPAY",
    ...(moved
      ? { vnp_BankTranNo: `VNP${transactionNo}`, vnp_CardType: METHODS.get(asked.get("vnp_BankCode")) ?? "" }
      : {}),
    vnp_OrderInfo: asked.get("vnp_OrderInfo") ?? "",
    vnp_PayDate: payDate,
    vnp_ResponseCode: response,
    vnp_TmnCode: tmnCode,
    vnp_TransactionNo: transactionNo,
    vnp_TransactionStatus: status,
    vnp_TxnRef: ref,
  })
  result.append("vnp_SecureHash", await checksum(result, secret))
  const signed = result.toString()
  // Signing took a moment: whoever decided the same payment first has decided it.
  const meanwhile = bookOf(ref).payment
  if (meanwhile) return meanwhile.result
  write({
    ...{ kind: "payment", ref, createDate: asked.get("vnp_CreateDate") ?? "", amount: asked.get("vnp_Amount") ?? "" },
    ...{ transactionNo, status, bankCode: moved ? "NCB" : "VNPAY", payDate, info: asked.get("vnp_OrderInfo") ?? "" },
    result: signed,
  })
  return signed
}

const CALLS = 10
/** VNPay waits five minutes between its calls; nobody trying the shop out would. */
const PAUSE_MS = 5000

/** Calls the shop's notice address until it answers 00 or 02, ten times at most. */
export async function notify(address: string, result: string): Promise<void> {
  for (let call = 1; call <= CALLS; call++) {
    const answer = await axios
      .get<{ RspCode?: string }>(`${address}?${result}`, { timeout: 15_000, maxRedirects: 0, proxy: false })
      .catch(() => undefined)
    if (answer?.data.RspCode === "00" || answer?.data.RspCode === "02") return
    // Does not keep the process alive: a shop that ends takes its stand-in along.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref())
  }
}
