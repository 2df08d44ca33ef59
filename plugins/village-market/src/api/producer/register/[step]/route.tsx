import { MedusaError } from "@medusajs/framework/utils"
import { readUpload } from "../../../../evidence/read-upload"
import { ErrorSummary } from "../../../../web/fields"
import { Layout } from "../../../../web/layout"
import { page } from "../../../../web/page"
import { common } from "../../../../web/text/common"
import { portal } from "../../../../web/text/portal"
import { registration } from "../../../../web/text/registration"
import { updateProfileWorkflow } from "../../../../workflows/update-profile"
import type { ProducerRequest } from "../../../actors"
import { after, before, findStep } from "../steps"
import { type StepView, sayer } from "../steps/step"

type Found = NonNullable<ReturnType<typeof findStep>>

export const GET = page<ProducerRequest>((req, page) => {
  const view = { page, container: req.scope, producer: req.producer, query: req.query }
  return stepPage(found(req), view)
})

export const POST = page<ProducerRequest>(async (req, page, res) => {
  const { slug, step, ...place } = found(req)
  const view: StepView = { page, container: req.scope, producer: req.producer, query: req.query }
  const upload = await readUpload(req, res)
  if (!upload.ok) {
    const tooLarge = upload.why === "file_too_large"
    const errors = { file: tooLarge ? portal[page.lang].file_too_large : sayer(page.lang)(upload.why) }
    return { status: tooLarge ? 413 : 400, body: await stepPage({ slug, step, ...place }, { ...view, errors }) }
  }
  const { fields, bytes } = upload
  const memberId = req.auth_context.actor_id
  const answer = await step.read({ ...view, fields, memberId, ...(bytes ? { file: bytes } : {}) })
  if (!answer.ok) {
    const again = { ...view, query: { ...req.query, back: fields.back }, sent: fields, errors: answer.errors }
    return { status: 400, body: await stepPage({ slug, step, ...place }, again) }
  }
  if (Object.keys(answer.value).length > 0) {
    const actor = { kind: "producer" as const, id: memberId }
    await updateProfileWorkflow(req.scope).run({
      input: { producer_id: req.producer.id, actor, changes: answer.value },
    })
  }
  return { redirect: after(slug, fields.back) }
})

function found(req: ProducerRequest) {
  const step = findStep(req.path.split("/").pop())
  if (!step) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such step")
  return step
}

async function stepPage({ slug, step, number, of }: Found, view: StepView) {
  const { lang } = view.page
  const t = registration[lang]
  const title = step.title(t)
  const { back } = view.query
  const changing = back === "summary" || back === "profile" || number === 0
  const fields = await step.fields(view)
  return (
    <Layout page={view.page} title={title}>
      <div class="narrow">
        {changing ? null : <p class="meta">{t.progress(number, of)}</p>}
        <h1>{title}</h1>
        {step.ownForm ? (
          fields
        ) : (
          <form
            method="post"
            action={`/producer/register/${slug}`}
            enctype={step.upload ? "multipart/form-data" : undefined}
            novalidate
          >
            <ErrorSummary lang={lang} errors={view.errors} />
            <input type="hidden" name="back" value={typeof back === "string" ? back : ""} />
            {fields}
            <button class="button" type="submit">
              {changing ? common[lang].save : common[lang].next}
            </button>
          </form>
        )}
        <p class="back">
          <a href={before(slug, back)}>{common[lang].back}</a>
        </p>
      </div>
    </Layout>
  )
}
