import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../../../modules/catalogue"
import { readVocabulary } from "../../../../modules/traceability/diary/read-vocabulary"
import { stepsFor } from "../../../../modules/traceability/diary/vocabulary"
import { readLineage } from "../../../../modules/traceability/lots/read-lineage"
import { readLotEvents, readOwnLot } from "../../../../modules/traceability/lots/read-lots"
import type { FieldErrors } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { Layout } from "../../../../web/layout"
import type { LotFormValues } from "../../../../web/lots/lot-form"
import { OwnLotView } from "../../../../web/lots/own-lot"
import { StepForm } from "../../../../web/lots/step-form"
import { type PageContext, page } from "../../../../web/page"
import { lotChanges } from "../../../../web/text/lot-changes"
import { trace } from "../../../../web/text/trace"
import { LotStep, recordStep } from "../../../../workflows/record-step"
import type { ProducerRequest } from "../../../actors"
import { formKey, saying, textsOf } from "../read-lot-form"

export const GET = page<ProducerRequest>((req, page) => lotPage(req, page, {}))

export const POST = page<ProducerRequest>(async (req, page) => {
  const id = String(req.params.id)
  const values = textsOf(req.body)
  const form = readForm(LotStep, values, saying(page.lang))
  if (!form.ok) return { status: 400, body: await lotPage(req, page, values, form.errors) }
  await recordStep(req.scope, {
    ...form.value,
    ...{ producer_id: req.producer.id, lot_id: id, idempotency_key: formKey(values) },
  })
  return { redirect: `/producer/lots/${id}?saved=step` }
})

async function lotPage(req: ProducerRequest, page: PageContext, values: LotFormValues, errors?: FieldErrors) {
  const t = trace[page.lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const [listing] = await req.scope.resolve(CATALOGUE).listListings({ id: lot.listing_id })
  const events = await readLotEvents(pg, lot.id)
  const c = lotChanges[page.lang]
  const said: Record<string, string> = {
    ...{ lot: lot.listing_id ? t.lotSaved : c.rawSaved, step: t.stepSaved },
    ...{ split: c.splitSaved, change: c.transformSaved, correction: c.corrected },
  }
  const saved = said[String(req.query.saved)]
  const words = stepsFor(await readVocabulary(pg), listing ?? { vsic_code: "", category_id: "" })
  return (
    <Layout page={page} title={`${lot.title} · ${lot.code}`}>
      {saved ? (
        <p class="notice good" role="status">
          {saved}
        </p>
      ) : null}
      <OwnLotView page={page} lot={lot} events={events} lineage={await readLineage(pg, lot.id)} />
      <h2>{t.stepAdd}</h2>
      <StepForm
        lang={page.lang}
        words={words}
        values={values}
        errors={errors}
        requestKey={values.key ?? randomUUID()}
      />
      <p>
        <a href="/producer/lots">{t.backToLots}</a>
      </p>
    </Layout>
  )
}
