import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { listRecalls, RECALLS_PER_PAGE } from "../../../../modules/traceability/recall/read-recalls"
import { lotInScope, scopeOfOfficial } from "../../../../recalls/lot-in-scope"
import { readRecall } from "../../../../recalls/read-recall"
import { RecallDeclaration, recallLotWorkflow } from "../../../../workflows/recall-lot"
import { byOfficialRecall, type OfficialRequest } from "../../../actors"
import { idempotencyKey } from "../../../idempotency-key"
import { pageNumber } from "../../../page-number"
import { readBody } from "../../../read-body"

const Named = z.object({ lot: z.string().min(1).max(100) })

/** Recalls that took lots of households in the area. `?page=` from 1. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = pageNumber(req.query.page)
  const found = await listRecalls(pg, await scopeOfOfficial(req.scope, req.official), { page })
  res.json({ ...found, page, per_page: RECALLS_PER_PAGE })
}

/** Recalls a lot of a household in the area: `{lot: code, reason, detail?, advice}`. */
export const POST = async (req: OfficialRequest, res: MedusaResponse) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  const { lot } = readBody(Named, req.body)
  await lotInScope(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), scope, lot)
  const declared = readBody(RecallDeclaration, req.body)
  const actor = byOfficialRecall(req)
  const { result } = await recallLotWorkflow(req.scope).run({
    input: { ...declared, lot, scope, actor, idempotency_key: idempotencyKey(req) },
  })
  res.status(201).json({ recall: await readRecall(req.scope, scope, result.id, actor) })
}
