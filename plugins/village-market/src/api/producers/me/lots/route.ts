import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LOTS_PER_PAGE, listOwnLots } from "../../../../modules/traceability/lots/read-lots"
import { createLotWorkflow, LotDeclaration } from "../../../../workflows/create-lot"
import type { ProducerRequest } from "../../../actors"
import { idempotencyKey } from "../../../idempotency-key"
import { pageNumber } from "../../../page-number"
import { readLotBody } from "./read-lot-body"

/** `?page=` from 1. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = pageNumber(req.query.page)
  res.json({ ...(await listOwnLots(pg, req.producer.id, page)), page, per_page: LOTS_PER_PAGE })
}

export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const declared = readLotBody(req, LotDeclaration)
  const { result } = await createLotWorkflow(req.scope).run({
    input: { ...declared, producer_id: req.producer.id, idempotency_key: idempotencyKey(req) },
  })
  res.status(201).json({ lot: result })
}
