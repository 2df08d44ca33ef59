import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { bookOf } from "../../../../../demo/vnpay/book"
import { FAULTS, type Fault, plan } from "../../../../../demo/vnpay/faults"
import { terminalOf } from "../../../../../demo/vnpay/terminal"
import { readBody } from "../../../../read-body"

const Plan = z
  .object({
    command: z.enum(["querydr", "refund", "notice"]),
    fault: z.union([z.enum(FAULTS), z.templateLiteral(["code:", z.number().int()])]) satisfies z.ZodType<Fault>,
    times: z.number().int().min(0).max(100).default(1),
  })
  .strict()

/** Demo mode only: what the stand-in has taken and given back under one vnp_TxnRef, in whole đồng. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  terminalOf(req)
  const { payment, refunds } = bookOf(String(req.params.ref))
  res.json({
    paid: payment?.status === "00" ? Number(payment.amount) / 100 : 0,
    refunds: refunds.map(({ amount, type, status, transactionNo }) => ({
      ...{ amount: Number(amount) / 100, type, status, transaction_no: transactionNo },
    })),
  })
}

/** Demo mode only: tells the stand-in what to do wrong next with one payment. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  terminalOf(req)
  const { command, fault, times } = readBody(Plan, req.body)
  plan(String(req.params.ref), command, fault, times)
  res.json({ planned: times })
}
