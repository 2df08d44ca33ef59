import type { MedusaResponse } from "@medusajs/framework/http"
import { REGISTRY } from "../../../../modules/registry"
import { submitRegistrationWorkflow } from "../../../../workflows/submit-registration"
import type { ProducerRequest } from "../../../actors"
import { ownProfile } from "../../own-profile"

/** Hands the registration in; 400 names what is missing, 409 when it has been handed in already. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const actor = { kind: "producer" as const, id: req.auth_context.actor_id }
  await submitRegistrationWorkflow(req.scope).run({ input: { producer_id: req.producer.id, actor } })
  const producer = await req.scope.resolve(REGISTRY).retrieveProducer(req.producer.id)
  res.json({ producer: await ownProfile(req.scope, producer) })
}
