import { describe, expect, it } from "@jest/globals"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { validateRefundPaymentExceedsCapturedAmountStep } from "@medusajs/medusa/core-flows"
import PaymentModule from "@medusajs/medusa/payment"
import { refundStep } from "../modules/gateway/refund-step"
import { AttemptProvider } from "../providers/payment-base"
import cash from "../providers/payment-cash"

type Payment = Parameters<typeof validateRefundPaymentExceedsCapturedAmountStep>[0] extends infer Input
  ? Extract<Input, { refundAmount: unknown }>
  : never

const guard = createWorkflow("medusas-refund-guard", (input: { payment: Payment["payment"]; refundAmount: number }) => {
  validateRefundPaymentExceedsCapturedAmountStep(input)
  return new WorkflowResponse(input)
})

const captured = { currency_code: "vnd", captures: [{ raw_amount: { value: "120000" } }], refunds: [] } as unknown
const medusaAllows = async (refundAmount: number) => {
  const { errors } = await guard.run({
    input: { payment: captured as Payment["payment"], refundAmount },
    throwOnError: false,
  })
  return errors.length === 0
}

describe("what Medusa's own guards let through in đồng, and ours do not", () => {
  it("a refund of one đồng more than was captured", async () => {
    // Medusa's fault: a currency without decimals has an epsilon of a whole đồng.
    expect(await medusaAllows(120_001)).toBe(true)
    expect(await medusaAllows(120_002)).toBe(false)
    const now = new Date()
    const situation = { amount: 120_001, captured: 120_000, refunded: 0, underWay: false }
    expect(refundStep(situation, now)).toBe("refuse")
    expect(refundStep({ ...situation, amount: 120_000 }, now)).toBe("send")
    expect(refundStep({ ...situation, amount: 1, refunded: 120_000 }, now)).toBe("refuse")
  })

  it("a fraction of a đồng, which Medusa rounds nowhere", () => {
    const { service } = PaymentModule as unknown as {
      service: { prototype: { roundToCurrencyPrecision(amount: number, currency: string): unknown } }
    }
    expect(Number(service.prototype.roundToCurrencyPrecision(13_332.6, "vnd"))).toBe(13_332.6)
  })

  it("no provider of ours begins, changes or refunds a payment of a fraction", async () => {
    const [Cash] = (
      cash as unknown as {
        services: (new (cradle: object, options: object) => Record<string, (input: object) => Promise<unknown>>)[]
      }
    ).services
    if (!Cash) throw new Error("no cash provider")
    const provider = new Cash({}, {})
    for (const deed of ["initiatePayment", "updatePayment", "refundPayment"])
      for (const amount of [13_332.6, 0.4, -5])
        await expect(provider[deed]?.({ amount, currency_code: "vnd", data: { session_id: "s" } })).rejects.toThrow(
          /whole đồng/,
        )
    await expect(provider.initiatePayment?.({ amount: 13_333, data: { session_id: "s" } })).resolves.toBeTruthy()

    class Gateway extends AttemptProvider<object> {
      static override identifier = "test"
      protected readonly title = "Test"
      begun = 0
      protected async newAttempt() {
        this.begun++
        return { session_id: "s", txn_ref: "r" }
      }
    }
    const gateway = new Gateway({ __pg_connection__: (() => undefined) as never }, {})
    for (const amount of [13_332.6, 0, -1, 2 ** 53]) {
      await expect(gateway.initiatePayment({ amount, currency_code: "vnd", data: {} })).rejects.toThrow(/whole đồng/)
      await expect(gateway.updatePayment({ amount, currency_code: "vnd", data: {} })).rejects.toThrow(/whole đồng/)
    }
    await expect(gateway.initiatePayment({ amount: 100, currency_code: "usd", data: {} })).rejects.toThrow(/whole đồng/)
    expect(gateway.begun).toBe(0)
    await gateway.initiatePayment({ amount: 13_333, currency_code: "vnd", data: {} })
    expect(gateway.begun).toBe(1)
  })
})
