import { type ApiCommand, type ApiMessage, pipeSign, SIGNED_FIELDS } from "./api-message"
import { paymentAnswer } from "./payment-answer"
import { type ExpectedRefund, lookUpAnswer, refundAnswer } from "./refund-answer"
import { VnpaySettings } from "./settings"

const settings = VnpaySettings.parse({
  tmnCode: "LANGNGH1",
  secrets: ["LANGNGHETESTSECRET0123456789ABCD"],
  payUrl: "https://pay.example.vn",
  returnUrl: "https://shop.example.vn/return",
})
const expected: ExpectedRefund = { txnRef: "LN1", amount: "5000000", paymentNo: "100", earlierNos: [] }
const second: ExpectedRefund = { ...expected, earlierNos: ["200"] }

function signed(command: ApiCommand, changes: ApiMessage): ApiMessage {
  const message = {
    vnp_Command: command,
    vnp_TmnCode: "LANGNGH1",
    vnp_TxnRef: "LN1",
    vnp_ResponseCode: "00",
    vnp_Amount: "5000000",
    vnp_TransactionNo: "300",
    vnp_TransactionType: "03",
    vnp_TransactionStatus: "00",
    ...changes,
  }
  const [secret = ""] = settings.secrets
  return { ...message, vnp_SecureHash: pipeSign(message, SIGNED_FIELDS[command].response, secret) }
}

const refused = (reason: string) => ({ kind: "refused", reason })
const unknown = (reason: string) => ({ kind: "unknown", reason })
const confirmed = { kind: "confirmed", transactionNo: "300" }

describe("the answer to a refund", () => {
  it.each<[string, ApiMessage, object]>([
    ["done", {}, confirmed],
    ["accepted, on its way", { vnp_TransactionStatus: "05" }, unknown("processing")],
    ["sent to the bank", { vnp_TransactionStatus: "06" }, unknown("processing")],
    ["refused by the bank", { vnp_TransactionStatus: "09" }, refused("bank")],
    ["accepted without a status", { vnp_TransactionStatus: "" }, unknown("status")],
    ["of another amount", { vnp_Amount: "5000100" }, unknown("another_amount")],
    ["of another payment", { vnp_TxnRef: "LN2" }, unknown("signature")],
    ["one is under way already", { vnp_ResponseCode: "94" }, unknown("94")],
    ["VNPay timed out", { vnp_ResponseCode: "98" }, unknown("98")],
    ["other error", { vnp_ResponseCode: "99" }, unknown("99")],
    ["an undocumented code", { vnp_ResponseCode: "42" }, unknown("42")],
    ...["02", "03", "04", "13", "91", "93", "95", "97"].map((code): [string, ApiMessage, object] => [
      `refused ${code}`,
      { vnp_ResponseCode: code },
      refused(code),
    ]),
  ])("%s", (_, changes, answer) => {
    expect(refundAnswer(signed("refund", changes), expected, settings)).toEqual(answer)
  })

  it("decides nothing when its signature is wrong or missing, also when it refuses", () => {
    for (const vnp_ResponseCode of ["00", "95"]) {
      const answer = signed("refund", { vnp_ResponseCode })
      expect(refundAnswer({ ...answer, vnp_SecureHash: "0".repeat(128) }, expected, settings)).toEqual(
        unknown("signature"),
      )
      expect(refundAnswer({ ...answer, vnp_SecureHash: "" }, expected, settings)).toEqual(unknown("signature"))
    }
  })
})

describe("looking up a refund in doubt", () => {
  it.each<[string, ApiMessage, ExpectedRefund, object]>([
    ["it has been done", {}, expected, confirmed],
    ["it is on its way", { vnp_TransactionStatus: "05" }, expected, unknown("processing")],
    ["the bank has refused it", { vnp_TransactionStatus: "09" }, expected, refused("bank")],
    [
      "there is only the payment",
      { vnp_TransactionType: "01", vnp_TransactionNo: "100" },
      expected,
      { kind: "absent" },
    ],
    ["there is only an earlier refund", { vnp_TransactionNo: "200" }, second, { kind: "absent" }],
    ["there is a new one after an earlier", {}, second, confirmed],
    ["no number tells it from an earlier", { vnp_TransactionNo: "100" }, second, unknown("not_shown")],
    [
      "nor from an earlier shown by the payment's number too",
      { vnp_TransactionNo: "100" },
      { ...second, earlierNos: ["100"] },
      unknown("not_shown"),
    ],
    [
      "nor from an earlier without a number",
      { vnp_TransactionNo: "" },
      { ...second, earlierNos: [""] },
      unknown("not_shown"),
    ],
    ["earlier refunds are not shown", { vnp_TransactionType: "01" }, second, unknown("not_shown")],
    ["there is one of another amount", { vnp_Amount: "100" }, expected, unknown("another_amount")],
    ["the payment is not found", { vnp_ResponseCode: "91" }, expected, unknown("91")],
    ["asked too often", { vnp_ResponseCode: "94" }, expected, unknown("94")],
  ])("%s", (_, changes, wanted, answer) => {
    expect(lookUpAnswer(signed("querydr", changes), wanted, settings)).toEqual(answer)
  })

  it("believes no unsigned answer", () => {
    const answer = { ...signed("querydr", { vnp_TransactionType: "01" }), vnp_SecureHash: "" }
    expect(lookUpAnswer(answer, expected, settings)).toEqual(unknown("signature"))
  })
})

describe("asking after a payment", () => {
  const asked = (changes: ApiMessage) => paymentAnswer(signed("querydr", changes), "LN1", settings)
  const payment = { vnp_TransactionType: "01", vnp_TransactionNo: "100" }

  it("reads the answer as the notice would have been", () => {
    expect(asked(payment)).toMatchObject({
      kind: "notice",
      notice: { txnRef: "LN1", amount: 50_000, transactionNo: "100", outcome: "captured" },
    })
    for (const [status, outcome] of Object.entries({
      "01": "pending",
      "02": "failed",
      "04": "review",
      "07": "review",
    })) {
      expect(asked({ ...payment, vnp_TransactionStatus: status })).toMatchObject({ notice: { outcome } })
    }
  })

  it("leaves a payment that has been given back meanwhile to a person", () => {
    expect(asked({})).toMatchObject({ kind: "notice", notice: { outcome: "review" } })
  })

  it("tells a payment that never was from an answer that says nothing", () => {
    expect(asked({ vnp_ResponseCode: "91" })).toEqual({ kind: "nothing" })
    expect(asked({ vnp_ResponseCode: "94" })).toEqual({ kind: "silent", why: "94" })
    expect(paymentAnswer({}, "LN1", settings)).toEqual({ kind: "silent", why: "signature" })
  })
})
