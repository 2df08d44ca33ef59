import { page } from "../../../../../web/page"
import type { ProducerRequest } from "../../../../actors"
import { stopCoupon } from "../../../../coupons"

/** Nobody can use it from now on; again changes nothing. */
export const POST = page<ProducerRequest>(async (req) => {
  await stopCoupon(req.scope, String(req.params.id), req.auth_context.actor_id, req.producer.id)
  return { redirect: "/producer/coupons?stopped=1" }
})
