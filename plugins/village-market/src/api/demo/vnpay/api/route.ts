import { setTimeout as pause } from "node:timers/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { answerApi } from "../../../../demo/vnpay/api"
import { terminalOf } from "../../../../demo/vnpay/terminal"
import { readBody } from "../../../read-body"

/** Demo mode only: VNPay's query and refund interface, played by the stand-in. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const terminal = terminalOf(req)
  const answer = await answerApi(readBody(z.record(z.string(), z.string()), req.body), terminal)
  if (answer.wait > 0) await pause(answer.wait)
  if (answer.hang_up) req.socket.destroy()
  else res.status(answer.status).json(answer.body)
}
