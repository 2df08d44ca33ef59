import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  errorHandler as usualHandler,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { asRefusal } from "../modules/catalogue/refusals"
import { pickLanguage } from "../web/language"
import { orderRefusal } from "../web/text/order-refusals"
import { isEpcis, problemOf, refuse } from "./epcis/answer"

const usual = usualHandler()

/**
 * Medusa's own answers, but a conflict (409) keeps its sentence: "the lot has only 3 left" is of more use than "retry".
 * A basket that the database refused for want of goods is the buyer's affair (400), not a fault of the server. Why a
 * step with an order was refused is said in the reader's language.
 */
export function errorHandler(thrown: unknown, req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (isEpcis(req)) return refuse(res, problemOf(thrown))
  const error = asRefusal(thrown)
  if (MedusaError.isMedusaError(error)) {
    const sentence = orderRefusal(pickLanguage(req), error.code)
    if (sentence) error.message = sentence
  }
  if (MedusaError.isMedusaError(error) && error.type === MedusaError.Types.CONFLICT) {
    res.status(409).json({ type: error.type, message: error.message })
    return
  }
  usual(error, req, res, next)
}
