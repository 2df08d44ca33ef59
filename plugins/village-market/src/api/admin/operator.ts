import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { RecallActor } from "../../modules/traceability/recall/recall-rules"
import type { Actor } from "../../workflows/steps/record-act"

/** The operator of the login, or the secret key used instead of one, as the audit trail names it. */
export async function byOperator(req: AuthenticatedMedusaRequest): Promise<Actor> {
  const { actor_id: id, actor_type } = req.auth_context
  if (actor_type !== "user") return { kind: "operator", id, name: "API key" }
  const user = await req.scope.resolve(Modules.USER).retrieveUser(id, { select: ["email"] })
  return { kind: "operator", id, name: user.email }
}

/** The operator of the login as the one who recalls. */
export async function operatorRecaller(req: AuthenticatedMedusaRequest): Promise<RecallActor> {
  const { id, name } = await byOperator(req)
  return { kind: "operator", id, name: name ?? null }
}
