import fc from "fast-check"
import { VnpLocale } from "vnpay"
import { vnpayAmount } from "../../plugins/village-market/src/modules/gateway/vnpay/amount"
import { vnpayTime } from "../../plugins/village-market/src/modules/gateway/vnpay/clock"
import { readNotice } from "../../plugins/village-market/src/modules/gateway/vnpay/notice"
import { orderInfo } from "../../plugins/village-market/src/modules/gateway/vnpay/order-info"
import { payUrl } from "../../plugins/village-market/src/modules/gateway/vnpay/pay-url"
import { sign, signData, type VnpayParams } from "../../plugins/village-market/src/modules/gateway/vnpay/sign"
import { dong, ip, oracleAt, ref, SECRET, settings, shifted, TMN, text, told, when } from "./vnpay-oracle"

const runs = { numRuns: 400 }

it("signs payment addresses alike, to the character", () => {
  fc.assert(
    fc.property(
      fc.record({
        dong,
        ref,
        when,
        ip,
        text,
        en: fc.boolean(),
        bank: fc.constantFrom("", "VNPAYQR", "VNBANK", "INTCARD", "NCB"),
      }),
      ({ dong, ref, when, ip, text, en, bank }) => {
        const createDate = vnpayTime(when)
        const expireDate = vnpayTime(new Date(when.getTime() + 900_000))
        const ours = payUrl(settings, {
          ...{ txnRef: ref, amount: vnpayAmount(dong) ?? "", createDate, expireDate, ip, info: text },
          ...{ locale: en ? ("en" as const) : ("vi" as const), bankCode: bank },
        })
        const theirs = oracleAt().buildPaymentUrl({
          ...{ vnp_Amount: dong, vnp_TxnRef: ref, vnp_OrderInfo: orderInfo(text), vnp_ReturnUrl: settings.returnUrl },
          ...{ vnp_CreateDate: Number(createDate), vnp_ExpireDate: Number(expireDate) },
          ...{ vnp_IpAddr: new URL(ours).searchParams.get("vnp_IpAddr") ?? "" },
          ...{ vnp_Locale: en ? VnpLocale.EN : VnpLocale.VN, ...(bank ? { vnp_BankCode: bank } : {}) },
        })
        expect(ours).toBe(theirs)
      },
    ),
    runs,
  )
})

const notice = fc
  .record({
    dong,
    ref,
    when,
    told,
    response: fc.constantFrom("00", "07", "24", "51"),
    status: fc.constantFrom("00", "02", "07"),
  })
  .map(
    ({ dong, ref, when, told, response, status }): VnpayParams => ({
      ...{ vnp_TmnCode: TMN, vnp_TxnRef: ref, vnp_Amount: `${dong}00`, vnp_OrderInfo: told, vnp_BankCode: "NCB" },
      ...{ vnp_ResponseCode: response, vnp_TransactionStatus: status, vnp_TransactionNo: "14226112" },
      ...{ vnp_PayDate: vnpayTime(when), vnp_CardType: "ATM", vnp_BankTranNo: "" },
    }),
  )

it("believes the same notices and returns, and disbelieves the same", () => {
  const shifts = fc.record({
    of: fc.constantFrom("vnp_Amount", "vnp_TxnRef", "vnp_ResponseCode", "vnp_SecureHash"),
    by: fc.nat(),
  })
  fc.assert(
    fc.property(notice, fc.option(shifts), (params, shift) => {
      const signed: VnpayParams = { ...params, vnp_SecureHash: sign(params, SECRET) }
      if (shift) signed[shift.of] = shifted(signed[shift.of] ?? "", shift.by)
      const url = `/hooks/vnpay/ipn?${signData(signed)}&vnp_SecureHash=${signed.vnp_SecureHash}`
      const of = (key: string) => signed[key] ?? ""
      const theirs = oracleAt().verifyIpnCall({
        ...signed,
        ...{ vnp_Amount: of("vnp_Amount"), vnp_TxnRef: of("vnp_TxnRef"), vnp_OrderInfo: of("vnp_OrderInfo") },
        vnp_ResponseCode: of("vnp_ResponseCode"),
      })
      const ours = readNotice(url, settings)
      expect(ours !== undefined).toBe(theirs.isVerified)
      // Paid by our rule is paid by theirs; they do not look at vnp_TransactionStatus.
      if (ours?.outcome === "captured") expect(theirs.isSuccess).toBe(true)
    }),
    runs,
  )
})

it("the oracle calls paid what only its response code calls so, and overlooks a key given twice", () => {
  const params = {
    vnp_TmnCode: TMN,
    vnp_TxnRef: "LN1",
    vnp_Amount: "15000000",
    vnp_ResponseCode: "00",
    vnp_TransactionStatus: "02",
  }
  const query = { ...params, vnp_OrderInfo: "", vnp_SecureHash: sign(params, SECRET) }
  expect(oracleAt().verifyReturnUrl(query)).toMatchObject({ isVerified: true, isSuccess: true })
  const url = `/?${signData(params)}&vnp_SecureHash=${query.vnp_SecureHash}`
  expect(readNotice(url, settings)?.outcome).toBe("failed")
  expect(readNotice(`${url}&vnp_Amount=15000000`, settings)).toBeUndefined()
})
