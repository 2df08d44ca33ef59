import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { producerInScope } from "../office/dossier"
import type { Scope } from "../office/find-producers"
import { runDecision } from "../office/run-decision"
import { DECISIONS, Decision } from "../workflows/decide-producer"
import type { Actor } from "../workflows/steps/record-act"
import { readBody } from "./read-body"

const Reason = Decision.pick({ reason: true })

/** Answers `POST …/producers/:id/:move` for whoever may decide on the producers of a scope. */
export async function answerDecision(req: MedusaRequest, res: MedusaResponse, scope: Scope, actor: Actor) {
  const move = DECISIONS.find((known) => known === req.params.move)
  if (!move) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  const { producer } = await producerInScope(req.scope, scope, String(req.params.id))
  const { reason } = readBody(Reason, req.body)
  const outcome = await runDecision(req.scope, { producer_id: producer.id, move, reason, actor })
  if (outcome.ok) return void res.json({ producer: { id: producer.id, status: outcome.status } })
  res.status(outcome.code).json({ type: outcome.code === 409 ? "conflict" : "invalid_data", message: outcome.message })
}
