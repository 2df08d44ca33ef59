import { type ApiMessage, pipeData, pipeSign, readAnswer, SIGNED_FIELDS } from "./api-message"
import { newRequestId, queryRequest, refundRequest, refundType } from "./api-request"
import { VnpaySettings } from "./settings"

const settings = VnpaySettings.parse({
  tmnCode: "LANGNGH1",
  secrets: ["LANGNGHETESTSECRET0123456789ABCD"],
  payUrl: "https://pay.example.vn",
  returnUrl: "https://shop.example.vn/return",
})
const paid = { txnRef: "LN20261004A000001", createDate: "20261004093000" }
const now = new Date("2026-10-04T03:00:00Z")

describe("a refund request", () => {
  const message = refundRequest(
    settings,
    { ...paid, requestId: "R1", transactionNo: "14226112", amount: "5000000", type: "03" },
    now,
  )

  it("is signed over its values in VNPay's order, at UTC+7", () => {
    expect(pipeData(message, SIGNED_FIELDS.refund.request)).toBe(
      "R1|2.1.0|refund|LANGNGH1|03|LN20261004A000001|5000000|14226112|20261004093000|village-market|20261004100000|127.0.0.1|Hoan tien giao dich LN20261004A000001",
    )
    // Computed with Python's hmac.
    expect(message.vnp_SecureHash).toBe(
      "d8ed5305938f55a741b7626593117c700b071cd1c495fd01c3d851c83f0e6b546b4fb951303d93690af9475debd21052a220cf0c50bb0308925064f86feeac67",
    )
  })

  it("signs an absent transaction number as it is sent, empty", () => {
    const without = refundRequest(
      settings,
      { ...paid, requestId: "R1", transactionNo: "", amount: "5000000", type: "02" },
      now,
    )
    expect(without.vnp_TransactionNo).toBe("")
    expect(pipeData(without, SIGNED_FIELDS.refund.request)).toContain("|5000000||20261004093000|")
  })

  it("asks for all in one piece only while nothing has gone back", () => {
    expect(refundType({ captured: 100, refunded: 0, amount: 100 })).toBe("02")
    expect(refundType({ captured: 100, refunded: 0, amount: 99 })).toBe("03")
    expect(refundType({ captured: 100, refunded: 60, amount: 40 })).toBe("03")
  })

  it("has a number that VNPay takes and that is never used twice", () => {
    const ids = new Set(Array.from({ length: 1000 }, newRequestId))
    expect(ids.size).toBe(1000)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{32}$/)
  })
})

it("a query is signed over its values in VNPay's order", () => {
  expect(pipeData(queryRequest(settings, "Q1", paid, now), SIGNED_FIELDS.querydr.request)).toBe(
    "Q1|2.1.0|querydr|LANGNGH1|LN20261004A000001|20261004093000|20261004100000|127.0.0.1|Hoi giao dich LN20261004A000001",
  )
})

describe("an answer", () => {
  const refunded: ApiMessage = {
    vnp_ResponseId: "RES1",
    vnp_Command: "refund",
    vnp_ResponseCode: "00",
    vnp_Message: "Refund success",
    vnp_TmnCode: "LANGNGH1",
    vnp_TxnRef: "LN20261004A000001",
    vnp_Amount: "5000000",
    vnp_BankCode: "NCB",
    vnp_PayDate: "20261004100001",
    vnp_TransactionNo: "14226200",
    vnp_TransactionType: "03",
    vnp_TransactionStatus: "00",
    vnp_OrderInfo: "Hoan tien giao dich LN20261004A000001",
    // Computed with Python's hmac, over the amount as sent (npm vnpay divides it by 100 first and gets another).
    vnp_SecureHash:
      "0225dba6c6e62c3b071efe307db455ab589f5e877a360a410fe16b3777e40aa1e18093a0ed3c900df64ee0733c0d6eb866648622d1bff620ca2fe6b069af1287",
  }

  it("is read when it is signed, numbers written as numbers too", () => {
    expect(readAnswer(refunded, "refund", settings)).toEqual(refunded)
    expect(readAnswer({ ...refunded, vnp_Amount: 5000000 }, "refund", settings)).toEqual(refunded)
  })

  it("is nothing without its signature, changed, for another command or terminal", () => {
    const { vnp_SecureHash: _, ...unsigned } = refunded
    const [secret = ""] = settings.secrets
    const elsewhere = { ...refunded, vnp_TmnCode: "ANOTHER1" }
    const theirs = {
      ...elsewhere,
      vnp_SecureHash: pipeSign(elsewhere, SIGNED_FIELDS.refund.response, secret),
    }
    for (const bad of [
      unsigned,
      { ...refunded, vnp_Amount: "50000" },
      { ...refunded, vnp_TransactionStatus: "05" },
      { ...refunded, vnp_SecureHash: "" },
      { ...refunded, vnp_SecureHash: `${refunded.vnp_SecureHash}00` },
      { ...refunded, vnp_Amount: { toString: "5000000" } },
      theirs,
      "<html>",
      undefined,
      null,
      [],
    ]) {
      expect(readAnswer(bad, "refund", settings)).toBeUndefined()
    }
    expect(readAnswer(refunded, "querydr", settings)).toBeUndefined()
    expect(readAnswer(refunded, "refund", { ...settings, secrets: ["another secret of some length"] })).toBeUndefined()
  })
})
