import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { makeSerials } from "../../../../../modules/traceability/labels/make-serials"
import type { FieldErrors } from "../../../../../web/fields"
import { Layout } from "../../../../../web/layout"
import { LabelForm, type LabelValues } from "../../../../../web/lots/label-form"
import { type PageContext, page } from "../../../../../web/page"
import { labels } from "../../../../../web/text/labels"
import type { ProducerRequest } from "../../../../actors"
import { lotToPrint } from "../../label-of"
import { readLabels, usualLabels } from "../../read-label-form"
import { formKey, textsOf } from "../../read-lot-form"

/** Which labels, with a look at the first sheet; what is chosen stands in the address. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const { lot } = await lotToPrint(req)
  const values = { ...usualLabels(lot), ...textsOf(req.query) }
  const form = readLabels(page.lang, values)
  if (!form.ok) return { status: 400, body: labelPage(page, lot, values, form.errors) }
  return labelPage(page, lot, values, undefined, form.value)
})

/** Leads to the file; numbers for single pieces are made here, once for one form. */
export const POST = page<ProducerRequest>(async (req, page) => {
  const { lot } = await lotToPrint(req)
  const values = textsOf(req.body)
  const form = readLabels(page.lang, values)
  if (!form.ok) return { status: 400, body: labelPage(page, lot, values, form.errors) }
  const { sheet, copies, start, serials } = form.value
  const search = new URLSearchParams({ sheet, copies: `${copies}`, start: `${start}`, download: "1" })
  if (serials) {
    const batch = formKey(values) ?? `form:${randomUUID()}`
    await makeSerials(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), lot.id, batch, copies)
    search.set("batch", batch)
  }
  return { redirect: `/producer/lots/${lot.id}/labels.pdf?${search}` }
})

type Shown = Parameters<typeof LabelForm>[0]

function labelPage(
  page: PageContext,
  lot: Shown["lot"],
  values: LabelValues & { key?: string },
  errors?: FieldErrors,
  shown?: Shown["shown"],
) {
  const t = labels[page.lang]
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <LabelForm
          lang={page.lang}
          lot={lot}
          values={values}
          errors={errors}
          requestKey={values.key && errors ? values.key : randomUUID()}
          shown={shown}
        />
        <p>
          <a href={`/producer/lots/${lot.id}`}>{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}
