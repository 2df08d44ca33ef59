import { openDoorQr } from "../../../../../../payments/door-qr"
import { page } from "../../../../../../web/page"
import { ownPart } from "../../../own-order"

/** The buyer would rather pay now than in cash at the door. */
export const POST = page(async (req) => {
  const { part, links } = await ownPart(req)
  const attempt = await openDoorQr(req.scope, part.id)
  return { redirect: attempt ? `/market/pay/qr/${attempt.id}` : `${links.home}&refused=not_now` }
})
