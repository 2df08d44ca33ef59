import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { AnswerReturn, answerReturnWorkflow } from "../../../../../../../workflows/answer-return"
import { readBody } from "../../../../../../read-body"
import { asOperator, findPart, readPart } from "../../../../read-part"

const Body = AnswerReturn.pick({ restock: true })
  .extend({ note: z.string().trim().min(3).max(500) })
  .strict()

/** accept, refuse or receive for the producer: `{note, restock?}`; the note is what the buyer reads. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const answer = z.enum(["accept", "refuse", "receive"]).safeParse(req.params.answer).data
  if (!answer) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  const { id: producer_order_id } = await findPart(req)
  const return_id = String(req.params.request)
  const input = { producer_order_id, return_id, answer, actor: await asOperator(req), ...readBody(Body, req.body) }
  await answerReturnWorkflow(req.scope).run({ input })
  res.json({ producer_order: await readPart(req) })
}
