import { checksum } from "../../plugins/village-market/src/demo/vnpay/checksum"
import { vnpayAmount } from "../../plugins/village-market/src/modules/gateway/vnpay/amount"
import {
  type ApiCommand,
  type ApiMessage,
  pipeData,
  pipeSign,
  readAnswer,
  SIGNED_FIELDS,
} from "../../plugins/village-market/src/modules/gateway/vnpay/api-message"
import { readNotice } from "../../plugins/village-market/src/modules/gateway/vnpay/notice"
import { payUrl } from "../../plugins/village-market/src/modules/gateway/vnpay/pay-url"
import { paymentAnswer } from "../../plugins/village-market/src/modules/gateway/vnpay/payment-answer"
import { readVnpayQuery } from "../../plugins/village-market/src/modules/gateway/vnpay/query"
import { VnpaySettings } from "../../plugins/village-market/src/modules/gateway/vnpay/settings"
import { sign, signData, type VnpayParams } from "../../plugins/village-market/src/modules/gateway/vnpay/sign"
import { describeWithReference, reference } from "../harness/reference"

type Signed = { id: string; params: VnpayParams; sign_data: string; secure_hash: string }
type Examples = {
  meta: { secret: string; tmn_code: string }
  payment_urls: (Signed & { input: { amount_vnd: number }; url: string })[]
  ipn_valid: (Signed & { query_string: string; expect: { success: boolean } })[]
  ipn_tampered: { id: string; query_string: string }[]
  api: {
    command: ApiCommand
    request: { body: ApiMessage; sign_data: string; secure_hash: string }
    response: { body: ApiMessage; sign_data: string; secure_hash: string }
    response_tampered: { body: ApiMessage }
  }[]
}

describeWithReference("VNPay's worked examples", () => {
  const examples = (): Examples => JSON.parse(reference("vnpay", "examples.json"))
  const settingsFor = (payPage: string, returnUrl = "https://langnghe.example.vn/vnpay/return") => {
    const { secret, tmn_code } = examples().meta
    return VnpaySettings.parse({ tmnCode: tmn_code, secrets: [secret], payUrl: payPage, returnUrl })
  }

  it("builds the same payment addresses, to the character", () => {
    expect(examples().payment_urls.length).toBeGreaterThan(0)
    for (const { input, params, url, sign_data, secure_hash } of examples().payment_urls) {
      const [page = ""] = url.split("?")
      const built = payUrl(settingsFor(page, params.vnp_ReturnUrl), {
        txnRef: params.vnp_TxnRef ?? "",
        amount: vnpayAmount(input.amount_vnd) ?? "",
        createDate: params.vnp_CreateDate ?? "",
        expireDate: params.vnp_ExpireDate ?? "",
        ip: params.vnp_IpAddr,
        locale: params.vnp_Locale === "en" ? "en" : "vi",
        info: params.vnp_OrderInfo ?? "",
        bankCode: params.vnp_BankCode,
      })
      expect(built).toBe(url)
      expect(signData(params)).toBe(sign_data)
      expect(sign(params, examples().meta.secret)).toBe(secure_hash)
    }
  })

  it("reads valid notices, and knows paid from unpaid", () => {
    expect(examples().ipn_valid.length).toBeGreaterThan(0)
    for (const { query_string, params, sign_data, expect: expected } of examples().ipn_valid) {
      const url = `/hooks/vnpay/ipn?${query_string}`
      expect(signData(readVnpayQuery(url) ?? {})).toBe(sign_data)
      const notice = readNotice(url, settingsFor("https://pay.example.vn"))
      expect(notice).toMatchObject({
        txnRef: params.vnp_TxnRef,
        amount: Number(params.vnp_Amount) / 100,
        raw: query_string,
      })
      expect(notice?.outcome === "captured").toBe(expected.success)
    }
  })

  it("believes nothing of a changed notice, of another terminal's, or under another secret", () => {
    const settings = settingsFor("https://pay.example.vn")
    for (const { query_string } of examples().ipn_tampered) {
      expect(readNotice(`/hooks/vnpay/ipn?${query_string}`, settings)).toBeUndefined()
    }
    for (const { query_string } of examples().ipn_valid) {
      const url = `/hooks/vnpay/ipn?${query_string}`
      expect(readNotice(url, { ...settings, tmnCode: "ANOTHER1" })).toBeUndefined()
      expect(readNotice(url, { ...settings, secrets: ["another secret of some length"] })).toBeUndefined()
      expect(
        readNotice(url, { ...settings, secrets: ["a new secret of some length", ...settings.secrets] }),
      ).toBeDefined()
      expect(readNotice(`${url}&vnp_Amount=1`, settings)).toBeUndefined()
    }
  })

  it("signs queries and believes their answers as the examples do", () => {
    const { meta, api } = examples()
    expect(api.length).toBeGreaterThan(0)
    const settings = settingsFor("https://pay.example.vn")
    for (const { command, request, response, response_tampered } of api) {
      const { request: asked, response: answered } = SIGNED_FIELDS[command]
      expect(pipeData(request.body, asked)).toBe(request.sign_data)
      expect(pipeSign(request.body, asked, meta.secret)).toBe(request.secure_hash)
      expect(pipeData(response.body, answered)).toBe(response.sign_data)
      expect(pipeSign(response.body, answered, meta.secret)).toBe(response.secure_hash)
      expect(readAnswer(response.body, command, settings)).toEqual(response.body)
      expect(readAnswer(response_tampered.body, command, settings)).toBeUndefined()
      if (command !== "querydr") continue
      const txnRef = response.body.vnp_TxnRef ?? ""
      expect(paymentAnswer(response.body, txnRef, settings)).toMatchObject({ notice: { txnRef, outcome: "captured" } })
    }
  })

  it("agrees with the stand-in's own checksum, written another way", async () => {
    const { meta, payment_urls, ipn_valid } = examples()
    for (const { params, secure_hash } of [...payment_urls, ...ipn_valid]) {
      expect(await checksum(new URLSearchParams(params), meta.secret)).toBe(secure_hash)
    }
  })
})
