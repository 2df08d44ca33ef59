import { randomUUID } from "node:crypto"
import { scopeOfOfficial } from "../../../../recalls/lot-in-scope"
import { previewRecall } from "../../../../recalls/read-recall"
import { ErrorSummary, type FieldErrors } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { OfficeFrame, officeFrame } from "../../../../web/office/frame"
import { type PageContext, page } from "../../../../web/page"
import { RecallPreviewView } from "../../../../web/recalls/preview"
import { RecallConfirm, RecallForm, type RecallFormValues } from "../../../../web/recalls/recall-form"
import { recallTexts } from "../../../../web/text/recall"
import { RecallDeclaration, recallLotWorkflow } from "../../../../workflows/recall-lot"
import { byOfficialRecall, type OfficialRequest } from "../../../actors"
import { formKey, textsOf } from "../../../producer/lots/read-lot-form"
import { recallSentence } from "../../../read-recall-body"

type Shown = { values?: RecallFormValues; errors?: FieldErrors; declared?: RecallDeclaration }

export const GET = page<OfficialRequest>((req, page) => view(req, page, String(req.query.lot ?? ""), {}))

/** Shows once more what a recall does; the second form does it. */
export const POST = page<OfficialRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const code = values.lot ?? ""
  const scope = await scopeOfOfficial(req.scope, req.official)
  const { standing } = await previewRecall(req.scope, scope, code)
  if (standing) return { redirect: `/office/recalls/${standing.id}` }
  const form = readForm(RecallDeclaration, values, recallSentence(page.lang))
  if (!form.ok) return { status: 400, body: await view(req, page, code, { values, errors: form.errors }) }
  if (values.act !== "confirm") return view(req, page, code, { declared: form.value })
  const { result } = await recallLotWorkflow(req.scope).run({
    input: { ...form.value, lot: code, scope, actor: byOfficialRecall(req), idempotency_key: formKey(values) },
  })
  return { redirect: `/office/recalls/${result.id}?done=done` }
})

async function view(req: OfficialRequest, page: PageContext, code: string, shown: Shown) {
  const { lang } = page
  const t = recallTexts[lang]
  const scope = await scopeOfOfficial(req.scope, req.official)
  const [frame, { lot, preview, standing }] = await Promise.all([
    officeFrame(req),
    previewRecall(req.scope, scope, code),
  ])
  const form = { lang, action: "/office/recalls/new", hidden: { lot: lot.code } }
  return (
    <OfficeFrame page={page} title={t.title(lot.code)} {...frame}>
      <div class="narrow">
        <h1>{t.title(lot.code)}</h1>
        <p>{lot.title}</p>
        <ErrorSummary lang={lang} errors={shown.errors} />
        {standing ? (
          <p class="notice warn">
            {t.lotIsRecalled} <a href={`/office/recalls/${standing.id}`}>{t.seeRecall}</a>
          </p>
        ) : (
          <>
            <p>{t.lead}</p>
            <RecallPreviewView lang={lang} preview={preview} />
            {shown.declared ? (
              <RecallConfirm
                {...form}
                code={lot.code}
                declared={shown.declared}
                back="/office/recalls"
                once={randomUUID()}
              />
            ) : (
              <RecallForm {...form} values={shown.values ?? {}} errors={shown.errors} />
            )}
          </>
        )}
        <p>
          <a href="/office/recalls">{t.toList}</a>
        </p>
      </div>
    </OfficeFrame>
  )
}
