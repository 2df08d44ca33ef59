import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { listRecalls, RECALLS_PER_PAGE } from "../../../modules/traceability/recall/read-recalls"
import { lotInScope } from "../../../recalls/lot-in-scope"
import { readRecall } from "../../../recalls/read-recall"
import { RecallDeclaration, recallLotWorkflow } from "../../../workflows/recall-lot"
import { idempotencyKey } from "../../idempotency-key"
import { pageNumber } from "../../page-number"
import { readBody } from "../../read-body"
import { operatorRecaller } from "../operator"

const Named = z.object({ lot: z.string().min(1).max(100) })

/** All recalls, those that stand first. `?page=` from 1. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const page = pageNumber(req.query.page)
  const found = await listRecalls(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), "everywhere", { page })
  res.json({ ...found, page, per_page: RECALLS_PER_PAGE })
}

/** Recalls any lot: `{lot: code, reason, detail?, advice}`. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { lot } = readBody(Named, req.body)
  await lotInScope(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), "everywhere", lot)
  const declared = readBody(RecallDeclaration, req.body)
  const actor = await operatorRecaller(req)
  const { result } = await recallLotWorkflow(req.scope).run({
    input: { ...declared, lot, scope: "everywhere", actor, idempotency_key: idempotencyKey(req) },
  })
  res.status(201).json({ recall: await readRecall(req.scope, "everywhere", result.id, actor) })
}
