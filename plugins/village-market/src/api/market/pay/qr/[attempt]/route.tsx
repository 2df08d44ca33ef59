import { MedusaError } from "@medusajs/framework/utils"
import { GATEWAY } from "../../../../../modules/gateway"
import { TRADE } from "../../../../../modules/trade"
import { readDoorQr } from "../../../../../payments/door-qr"
import { page } from "../../../../../web/page"
import { DoorPage } from "../../../../../web/qr/door-page"
import { lookAgainSoon } from "../../../../../web/qr/look-again"

/**
 * The QR of a part promised in cash, for whoever has the link: a carrier, or the buyer. It tells the part's number and
 * what is to be paid, nothing of who bought what.
 */
export const GET = page(async (req, page, res) => {
  const attempt = await req.scope.resolve(GATEWAY).attemptById(String(req.params.attempt))
  const part =
    attempt?.purpose === "door" && attempt.subject_id
      ? await req.scope.resolve(TRADE).findPart(attempt.subject_id, { all: true })
      : undefined
  if (!attempt || !part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  const door = await readDoorQr(req.scope, part, attempt.id)
  const here = `/market/pay/qr/${attempt.id}`
  const looking = door.state === "open" && lookAgainSoon(req, res, here)
  res.setHeader("x-robots-tag", "noindex")
  return (
    <DoorPage
      page={page}
      no={part.display_no}
      door={door}
      here={here}
      looking={looking}
      collected={part.cash_collected}
    />
  )
})
