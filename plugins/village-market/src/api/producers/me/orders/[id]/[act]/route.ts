import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ACTS, type ActInput, actAsProducer, isOwnAct } from "../../../../../../seller/own-acts"
import { readOwnOrder } from "../../../../../../seller/own-orders"
import type { ProducerRequest } from "../../../../../actors"
import { readBody } from "../../../../../read-body"

/**
 * `POST …/accept|decline|pack|unpack|hand-over|deliver|collect-cash|cancel`: one step with an own part. A repeat answers the same; a
 * step that is not to be made now is a 409 with its reason.
 */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const { act } = req.params
  const id = String(req.params.id)
  if (!isOwnAct(act)) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  // Found first, so that a stranger learns nothing from how its body is refused.
  await readOwnOrder(req.scope, req.producer.id, id)
  const input = { act, body: readBody(ACTS[act], req.body) } as ActInput
  await actAsProducer(req.scope, req.producer, id, input)
  res.json({ order: await readOwnOrder(req.scope, req.producer.id, id) })
}
