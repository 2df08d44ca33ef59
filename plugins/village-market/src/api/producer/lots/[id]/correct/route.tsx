import { randomUUID } from "node:crypto"
import { Input } from "../../../../../web/fields"
import { readForm } from "../../../../../web/form"
import { number } from "../../../../../web/format"
import { ChangeForm } from "../../../../../web/lots/change-form"
import type { LotFormValues } from "../../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../../web/page"
import { lotChanges } from "../../../../../web/text/lot-changes"
import { correctLotsWorkflow, LotCorrection } from "../../../../../workflows/correct-lots"
import type { ProducerRequest } from "../../../../actors"
import { ownLotOf, refusalOf } from "../../own-lot-of"
import { readAmount } from "../../read-amount"
import { formKey, saying, textsOf } from "../../read-lot-form"

export const GET = page<ProducerRequest>((req, page) => correctPage(req, page, {}))

export const POST = page<ProducerRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const lot = await ownLotOf(req)
  const said = {
    ...values,
    ...{ target: values.target ?? "amount", lot_id: lot.id, quantity: readAmount(values.quantity) },
  }
  const form = readForm(LotCorrection, said, saying(page.lang))
  if (!form.ok) return { status: 400, body: await correctPage(req, page, values, Object.values(form.errors).join(" ")) }
  try {
    await correctLotsWorkflow(req.scope).run({
      input: { ...form.value, producer_id: req.producer.id, idempotency_key: formKey(values) },
    })
  } catch (error) {
    return { status: 400, body: await correctPage(req, page, values, refusalOf(error)) }
  }
  return { redirect: `/producer/lots/${lot.id}?saved=correction` }
})

async function correctPage(req: ProducerRequest, page: PageContext, values: LotFormValues, problem?: string) {
  const { lang } = page
  const t = lotChanges[lang]
  const lot = await ownLotOf(req)
  return (
    <ChangeForm
      page={page}
      title={t.correctTitle}
      lead={`${t.correctAmountLead(number(lang, lot.quantity), lot.unit)} ${t.correctLead}`}
      problem={problem}
      requestKey={values.key ?? randomUUID()}
      save={t.correctSave}
      back={`/producer/lots/${lot.id}`}
    >
      <Input
        lang={lang}
        name="quantity"
        label={t.correctAmount}
        suffix={lot.unit}
        inputmode="decimal"
        maxlength={12}
        required
        value={values.quantity}
      />
      <Input lang={lang} name="note" label={t.correctWhy} hint={t.correctWhyHint} maxlength={200} value={values.note} />
    </ChangeForm>
  )
}
