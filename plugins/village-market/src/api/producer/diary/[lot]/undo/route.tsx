import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { takeBack } from "../../../../../modules/traceability/diary/take-back"
import { pickLanguage } from "../../../../../web/language"
import { page } from "../../../../../web/page"
import { diary } from "../../../../../web/text/diary"
import { makerOfLots } from "../../../../../workflows/steps/maker-of-lots"
import type { ProducerRequest } from "../../../../actors"
import { textsOf } from "../../../lots/read-lot-form"

/** Declares a slip of the last minutes; the phone's script asks for JSON, a plain form is led back to the lot. */
export const POST = (req: ProducerRequest, res: MedusaResponse) =>
  req.headers.accept === "application/json" ? answer(req, res) : plain(req, res)

async function undo(req: ProducerRequest) {
  const { place } = await makerOfLots(req.scope, req.producer.id)
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const event_row_id = textsOf(req.body).event ?? ""
  const of = { producer_id: req.producer.id, lot_id: String(req.params.lot), event_row_id, place }
  const taken = await takeBack(pg, of)
  if (!taken.ok) throw new MedusaError(MedusaError.Types.CONFLICT, diary[pickLanguage(req)].tooLate)
  return taken
}

async function answer(req: ProducerRequest, res: MedusaResponse) {
  await undo(req)
  res.json({ undone: true })
}

const plain = page<ProducerRequest>(async (req) => {
  await undo(req)
  return { redirect: `/producer/diary/${String(req.params.lot)}?saved=undone` }
})
