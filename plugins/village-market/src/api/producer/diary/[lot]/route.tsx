import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readUpload } from "../../../../evidence/read-upload"
import { photosOfEvents } from "../../../../modules/traceability/diary/photos-of-events"
import { readDiaryLot, readDiarySteps } from "../../../../modules/traceability/diary/read-diary"
import { DIARY_SCRIPTS, DIARY_STYLES, QueueBox } from "../../../../web/diary/queue-box"
import { SavedNotice } from "../../../../web/diary/saved-notice"
import { DiaryForm } from "../../../../web/diary/step-form"
import { StepList } from "../../../../web/diary/step-list"
import type { FieldErrors } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { Layout } from "../../../../web/layout"
import type { LotFormValues } from "../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../web/page"
import { diary } from "../../../../web/text/diary"
import { listing } from "../../../../web/text/listing"
import { LotStep, recordStep } from "../../../../workflows/record-step"
import type { ProducerRequest } from "../../../actors"
import { photoStatus } from "../../../producers/me/listings/photo-status"
import { formKey, saying, textsOf } from "../../lots/read-lot-form"
import { readSaved } from "../read-saved"
import { wordsOfLot } from "../words-of-lot"

export const GET = page<ProducerRequest>((req, page, res) => {
  res.setHeader("x-household", req.producer.id)
  return diaryPage(req, page, {})
})

/** The plain form, for browsers without script; the phone's queue posts to `/producer/diary-entries`. */
export const POST = page<ProducerRequest>(async (req, page, res) => {
  const lot_id = String(req.params.lot)
  const upload = await readUpload(req, res, "photo")
  if (!upload.ok) {
    const errors = { photo: listing[page.lang][upload.why] }
    return { status: photoStatus(upload.why), body: await diaryPage(req, page, {}, errors) }
  }
  const values = textsOf(upload.fields)
  const form = readForm(LotStep, values, saying(page.lang))
  if (!form.ok) return { status: 400, body: await diaryPage(req, page, values, form.errors) }
  const input = { ...form.value, lot_id, producer_id: req.producer.id, idempotency_key: formKey(values) }
  const recorded = await recordStep(req.scope, input, upload.bytes)
  if (!recorded.ok) {
    const errors = { photo: listing[page.lang][recorded.why] }
    return { status: photoStatus(recorded.why), body: await diaryPage(req, page, values, errors) }
  }
  const back = values.back === "diary" ? "/producer/diary" : `/producer/diary/${lot_id}`
  return { redirect: `${back}?saved=${recorded.id}` }
})

async function diaryPage(req: ProducerRequest, page: PageContext, values: LotFormValues, errors?: FieldErrors) {
  const { lang } = page
  const t = diary[lang]
  const { id: producer_id, status } = req.producer
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readDiaryLot(pg, producer_id, String(req.params.lot))
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const steps = await readDiarySteps(pg, producer_id, lot.id)
  const photos = await photosOfEvents(
    pg,
    steps.map(({ id }) => id),
  )
  return (
    <Layout page={page} title={`${lot.title} · ${t.title}`} scripts={DIARY_SCRIPTS} styles={DIARY_STYLES}>
      <div class="narrow">
        <p>
          <a href="/producer/diary">{t.back}</a>
        </p>
        <h1>{lot.title}</h1>
        <p class="meta">
          <span class="lot-code">{lot.code}</span>
        </p>
        <SavedNotice lang={lang} saved={await readSaved(req)} />
        <QueueBox lang={lang} household={producer_id} />
        {status === "approved" ? (
          <DiaryForm
            lang={lang}
            lot={lot}
            words={await wordsOfLot(pg, producer_id, lot)}
            values={values}
            errors={errors}
          />
        ) : (
          <p class="notice warn">{t.notOpen}</p>
        )}
        <StepList page={page} lot_id={lot.id} steps={steps} photos={photos} />
        <p>
          <a href={`/producer/lots/${lot.id}`}>{t.lotPage}</a>
        </p>
      </div>
    </Layout>
  )
}
