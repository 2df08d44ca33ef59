import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { asRecaller, noteCall, type OwnRecall, readOwnRecall } from "../../../../../recalls/own-recall"
import { ErrorSummary, type FieldErrors } from "../../../../../web/fields"
import { readForm } from "../../../../../web/form"
import { Layout } from "../../../../../web/layout"
import { type PageContext, page } from "../../../../../web/page"
import { RecallPreviewView } from "../../../../../web/recalls/preview"
import { ReachedList } from "../../../../../web/recalls/reached"
import { RecallConfirm, RecallForm, type RecallFormValues } from "../../../../../web/recalls/recall-form"
import { LiftForm, RecallFacts } from "../../../../../web/recalls/standing"
import { recallTexts } from "../../../../../web/text/recall"
import { LiftDeclaration, liftRecallWorkflow } from "../../../../../workflows/lift-recall"
import { RecallDeclaration, recallLotWorkflow } from "../../../../../workflows/recall-lot"
import type { ProducerRequest } from "../../../../actors"
import { CallNote, recallSentence } from "../../../../read-recall-body"
import { formKey, textsOf } from "../../read-lot-form"

type Shown = { values?: RecallFormValues; errors?: FieldErrors; declared?: RecallDeclaration }

export const GET = page<ProducerRequest>(async (req, page) => view(req, page, await own(req), {}))

export const POST = page<ProducerRequest>(async (req, page) => {
  const seen = await own(req)
  const values = textsOf(req.body)
  const scope = { producer_id: req.producer.id }
  const actor = asRecaller(req.producer)
  const say = recallSentence(page.lang)
  const at = `/producer/lots/${seen.lot.id}/recall`
  const { recall } = seen
  if (recall && values.act === "called") {
    const by = req.producer.name ?? req.producer.id
    await noteCall(req.scope, scope, { ...CallNote.parse(values), recall_id: recall.id, by })
    return { redirect: `${at}?done=called` }
  }
  if (recall && values.act === "lift") {
    const form = readForm(LiftDeclaration, { reason: values.lift_reason }, say)
    if (!form.ok)
      return { status: 400, body: view(req, page, seen, { errors: { lift_reason: form.errors.reason ?? "" } }) }
    await liftRecallWorkflow(req.scope).run({ input: { ...form.value, recall_id: recall.id, scope, actor } })
    return { redirect: `${at}?done=lifted` }
  }
  // A second tap of a confirmation finds the recall standing.
  if (recall) return { redirect: at }
  const form = readForm(RecallDeclaration, values, say)
  if (!form.ok) return { status: 400, body: view(req, page, seen, { values, errors: form.errors }) }
  if (values.act !== "confirm") return view(req, page, seen, { values, declared: form.value })
  await recallLotWorkflow(req.scope).run({
    input: { ...form.value, lot: seen.lot.id, scope, actor, idempotency_key: formKey(values) },
  })
  return { redirect: `${at}?done=done` }
})

async function own(req: ProducerRequest) {
  const id = String(req.params.id)
  const seen = await readOwnRecall(req.scope, req.producer, id)
  if (seen.lot.id !== id) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  return seen
}

function view(req: ProducerRequest, page: PageContext, { lot, preview, recall }: OwnRecall, shown: Shown) {
  const { lang } = page
  const t = recallTexts[lang]
  const at = `/producer/lots/${lot.id}/recall`
  const { done } = req.query
  const said = done === "done" ? t.done : done === "lifted" ? t.lifted : done === "called" ? t.calledSaved : undefined
  return (
    <Layout page={page} title={t.title(lot.code)}>
      <div class="narrow">
        <h1>{t.title(lot.code)}</h1>
        <p>{lot.title}</p>
        <ErrorSummary lang={lang} errors={shown.errors} />
        {said ? (
          <p class="notice good" role="status">
            {said}
          </p>
        ) : null}
        {recall ? (
          <>
            {recall.lot_id === lot.id ? null : <p>{t.fromLot(recall.lot_code, recall.producer_name)}</p>}
            <RecallFacts lang={lang} recall={recall} orderAt={(part) => `/producer/orders/${part}`} />
            {preview.unknown > 0 ? <p class="notice">{t.unknown(preview.unknown)}</p> : null}
            <ReachedList lang={lang} recall={recall} action={at} />
            <LiftForm lang={lang} recall={recall} action={at} errors={shown.errors} />
          </>
        ) : (
          <>
            <p>{t.lead}</p>
            <RecallPreviewView lang={lang} preview={preview} orderAt={(part) => `/producer/orders/${part}`} />
            {shown.declared ? (
              <RecallConfirm
                lang={lang}
                code={lot.code}
                declared={shown.declared}
                action={at}
                back={`/producer/lots/${lot.id}`}
                once={randomUUID()}
              />
            ) : (
              <RecallForm lang={lang} values={shown.values ?? {}} errors={shown.errors} action={at} />
            )}
          </>
        )}
        <p>
          <a href={`/producer/lots/${lot.id}`}>{t.backToLot}</a>
        </p>
      </div>
    </Layout>
  )
}
