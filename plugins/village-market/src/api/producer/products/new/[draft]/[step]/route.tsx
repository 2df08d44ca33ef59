import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { discardDraft } from "../../../../../../modules/catalogue/discard-draft"
import type { PageContext, PageResult } from "../../../../../../web/page"
import { page } from "../../../../../../web/page"
import type { ProducerRequest } from "../../../../../actors"
import { type Draft, findDraft } from "../../../own-drafts"
import { toRegistration } from "../../../product-request"
import { isQuestion } from "../../screens"
import { photoPage, takePhoto } from "./photo"
import { postDraft, previewPage } from "./preview"
import { questionPage, takeAnswers } from "./question"

/** A draft that was posted already leads to its product, so a late second tap ends where the first one did. */
const screen = (
  handle: (at: {
    req: ProducerRequest
    res: MedusaResponse
    page: PageContext
    draft: Draft
    step: string
  }) => Promise<PageResult> | PageResult,
) =>
  page<ProducerRequest>(async (req, page, res) => {
    const elsewhere = toRegistration(req)
    if (elsewhere) return elsewhere
    const found = await findDraft(req.scope, req.producer.id, String(req.params.draft))
    if ("posted" in found) return { redirect: `/producer/products/${found.posted}?posted=1` }
    return handle({ req, res, page, draft: found.draft, step: String(req.params.step) })
  })

const noSuchScreen = () => new MedusaError(MedusaError.Types.NOT_FOUND, "No such screen")

export const GET = screen(({ req, page, draft, step }) => {
  if (step === "photo") return photoPage(req, page, draft)
  if (step === "preview") return previewPage(req, page, draft)
  if (isQuestion(step)) return questionPage(req, page, draft, { question: step, back: req.query.back === "preview" })
  throw noSuchScreen()
})

export const POST = screen(async ({ req, res, page, draft, step }) => {
  if (step === "photo") return takePhoto(req, res, page, draft)
  if (step === "preview") return postDraft(req, draft)
  if (isQuestion(step)) return takeAnswers(req, page, draft, step)
  if (step !== "discard") throw noSuchScreen()
  await discardDraft(req.scope, draft.id)
  return { redirect: "/producer/products?discarded=1" }
})
