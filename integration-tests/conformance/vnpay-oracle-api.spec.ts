import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { json } from "node:stream/consumers"
import fc from "fast-check"
import type { VNPay } from "vnpay"
import {
  type ApiMessage,
  pipeSign,
  readAnswer,
  SIGNED_FIELDS,
} from "../../plugins/village-market/src/modules/gateway/vnpay/api-message"
import { queryRequest, refundRequest } from "../../plugins/village-market/src/modules/gateway/vnpay/api-request"
import { vnpayTime } from "../../plugins/village-market/src/modules/gateway/vnpay/clock"
import { dong, oracleAt, ref, SECRET, settings, shifted, TMN, told, when } from "./vnpay-oracle"

describe("the query and refund interface", () => {
  let server: Server
  let asked: ApiMessage = {}
  let answer: ApiMessage = {}
  let oracle: VNPay

  beforeAll(async () => {
    server = createServer(async (req, res) => {
      const body = (await json(req)) as Record<string, unknown>
      asked = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]))
      res.setHeader("content-type", "application/json").end(JSON.stringify(answer))
    }).listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    oracle = oracleAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })

  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const requestId = fc.stringMatching(/^[0-9a-f]{32}$/)
  const fewer = { numRuns: 100 }

  const queried = (message: ApiMessage) =>
    oracle.queryDr({
      ...{ vnp_RequestId: message.vnp_RequestId ?? "", vnp_TxnRef: message.vnp_TxnRef ?? "" },
      ...{ vnp_IpAddr: message.vnp_IpAddr ?? "", vnp_OrderInfo: message.vnp_OrderInfo ?? "" },
      ...{ vnp_TransactionDate: Number(message.vnp_TransactionDate), vnp_CreateDate: Number(message.vnp_CreateDate) },
      vnp_TransactionNo: 0,
    })

  it("is asked alike about a payment", async () => {
    await fc.assert(
      fc.asyncProperty(requestId, ref, when, when, async (id, txnRef, begun, now) => {
        const ours = queryRequest(settings, id, { txnRef, createDate: vnpayTime(begun) }, now)
        await queried(ours)
        // Not signed, and not asked for by the specification of querydr 2.1.0; their types demand it.
        const { vnp_TransactionNo: _, ...theirs } = asked
        expect(ours).toEqual(theirs)
      }),
      fewer,
    )
  })

  it("is asked alike for a refund", async () => {
    await fc.assert(
      fc.asyncProperty(
        requestId,
        ref,
        when,
        dong,
        fc.constantFrom("02" as const, "03" as const),
        async (id, txnRef, begun, amount, type) => {
          const ours = refundRequest(settings, {
            ...{
              requestId: id,
              txnRef,
              createDate: vnpayTime(begun),
              transactionNo: "14226112",
              amount: `${amount}00`,
              type,
            },
          })
          await oracle.refund({
            ...{ vnp_RequestId: id, vnp_TxnRef: txnRef, vnp_Amount: amount, vnp_TransactionNo: 14226112 },
            ...{ vnp_TransactionType: type, vnp_TransactionDate: Number(ours.vnp_TransactionDate) },
            ...{ vnp_CreateBy: ours.vnp_CreateBy ?? "", vnp_CreateDate: Number(ours.vnp_CreateDate) },
            ...{ vnp_IpAddr: ours.vnp_IpAddr ?? "", vnp_OrderInfo: ours.vnp_OrderInfo ?? "" },
          } as Parameters<VNPay["refund"]>[0])
          expect(ours).toEqual(asked)
        },
      ),
      fewer,
    )
  })

  const answered = fc
    .record({ ref, dong, when, told, promotion: fc.option(fc.stringMatching(/^[A-Z0-9]{1,10}$/)) })
    .map(
      ({ ref, dong, when, told, promotion }): ApiMessage => ({
        ...{ vnp_ResponseId: "a1", vnp_Command: "querydr", vnp_ResponseCode: "00", vnp_Message: "QueryDR Success" },
        ...{
          vnp_TmnCode: TMN,
          vnp_TxnRef: ref,
          vnp_Amount: `${dong}00`,
          vnp_BankCode: "NCB",
          vnp_PayDate: vnpayTime(when),
        },
        ...{
          vnp_TransactionNo: "14226112",
          vnp_TransactionType: "01",
          vnp_TransactionStatus: "00",
          vnp_OrderInfo: told,
        },
        ...(promotion ? { vnp_PromotionCode: promotion, vnp_PromotionAmount: "100000" } : {}),
      }),
    )
  const signed = (message: ApiMessage, command: "querydr" | "refund") => ({
    ...message,
    vnp_SecureHash: pipeSign(message, SIGNED_FIELDS[command].response, SECRET),
  })

  it("is believed alike about a payment", async () => {
    const changes = fc.option(fc.constantFrom("vnp_Amount", "vnp_TransactionStatus", "vnp_OrderInfo", "vnp_SecureHash"))
    await fc.assert(
      fc.asyncProperty(answered, changes, fc.nat(), async (message, change, by) => {
        // They take the word "undefined" out of everything that is signed.
        fc.pre(!JSON.stringify(message).includes("undefined"))
        answer = signed(message, "querydr")
        if (change) answer = { ...answer, [change]: shifted(answer[change] || "0", by) }
        const theirs = await queried(queryRequest(settings, "1", { txnRef: "LN1", createDate: "20261124101500" }))
        expect(readAnswer(answer, "querydr", settings) !== undefined).toBe(theirs.isVerified)
      }),
      fewer,
    )
  })

  it("is not believed without a signature, which the oracle believes", async () => {
    const [message = {}] = fc.sample(answered, 1)
    answer = message
    const theirs = await queried(queryRequest(settings, "1", { txnRef: "LN1", createDate: "20261124101500" }))
    expect(theirs.isVerified).toBe(true)
    expect(readAnswer(answer, "querydr", settings)).toBeUndefined()
  })

  it("is believed about a refund as VNPay signs it, which the oracle disbelieves: it divides before it signs", async () => {
    const [sample = {}] = fc.sample(answered, 1)
    const message = { ...sample, vnp_Command: "refund", vnp_TransactionType: "02", vnp_Amount: "15000000" }
    answer = signed(message, "refund")
    const theirs = await oracle.refund({
      ...{ vnp_RequestId: "1", vnp_TxnRef: "LN1", vnp_Amount: 150_000, vnp_TransactionType: "02" },
      ...{ vnp_TransactionDate: 20261124101500, vnp_CreateDate: 20261124101500, vnp_CreateBy: "x" },
      ...{ vnp_IpAddr: "127.0.0.1", vnp_OrderInfo: "x" },
    } as Parameters<VNPay["refund"]>[0])
    expect(theirs.isVerified).toBe(false)
    expect(readAnswer(answer, "refund", settings)).toEqual(answer)
  })
})
