import { scopeOfOfficial } from "../../../../recalls/lot-in-scope"
import { readRecall } from "../../../../recalls/read-recall"
import { ErrorSummary, type FieldErrors } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { OfficeFrame, officeFrame } from "../../../../web/office/frame"
import { type PageContext, page } from "../../../../web/page"
import { ReachedList } from "../../../../web/recalls/reached"
import { LiftForm, RecallFacts } from "../../../../web/recalls/standing"
import { recallTexts } from "../../../../web/text/recall"
import { LiftDeclaration, liftRecallWorkflow } from "../../../../workflows/lift-recall"
import { byOfficialRecall, type OfficialRequest } from "../../../actors"
import { textsOf } from "../../../producer/lots/read-lot-form"
import { recallSentence } from "../../../read-recall-body"

export const GET = page<OfficialRequest>((req, page) => view(req, page))

/** Lifts the recall. */
export const POST = page<OfficialRequest>(async (req, page) => {
  const scope = await scopeOfOfficial(req.scope, req.official)
  const [recall_id, actor] = [String(req.params.id), byOfficialRecall(req)]
  await readRecall(req.scope, scope, recall_id, actor)
  const { lift_reason: reason } = textsOf(req.body)
  const form = readForm(LiftDeclaration, { reason }, recallSentence(page.lang))
  if (!form.ok) return { status: 400, body: await view(req, page, { lift_reason: form.errors.reason ?? "" }) }
  await liftRecallWorkflow(req.scope).run({ input: { ...form.value, recall_id, scope, actor } })
  return { redirect: `/office/recalls/${recall_id}?done=lifted` }
})

async function view(req: OfficialRequest, page: PageContext, errors?: FieldErrors) {
  const { lang } = page
  const t = recallTexts[lang]
  const id = String(req.params.id)
  const scope = await scopeOfOfficial(req.scope, req.official)
  const [frame, recall] = await Promise.all([officeFrame(req), readRecall(req.scope, scope, id, byOfficialRecall(req))])
  const { done } = req.query
  const said = done === "done" ? t.done : done === "lifted" ? t.lifted : undefined
  return (
    <OfficeFrame page={page} title={t.title(recall.lot_code)} {...frame}>
      <div class="narrow">
        <h1>{t.title(recall.lot_code)}</h1>
        <p>
          {recall.lot_title} · {recall.producer_name}
        </p>
        <ErrorSummary lang={lang} errors={errors} />
        {said ? (
          <p class="notice good" role="status">
            {said}
          </p>
        ) : null}
        <RecallFacts lang={lang} recall={recall} />
        <ReachedList lang={lang} recall={recall} />
        <p>
          <a href={`/office/recalls/trace?lot=${recall.lot_code}`}>{t.traceTitle}</a>
        </p>
        <LiftForm lang={lang} recall={recall} action={`/office/recalls/${id}`} errors={errors} />
        <p>
          <a href="/office/recalls">{t.toList}</a>
        </p>
      </div>
    </OfficeFrame>
  )
}
