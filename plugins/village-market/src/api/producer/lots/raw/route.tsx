import { randomUUID } from "node:crypto"
import { dateInVietnam } from "../../../../modules/traceability/lots/lot-time"
import { RAW_UNITS } from "../../../../modules/traceability/lots/units"
import { ErrorSummary, type FieldErrors, Input, Select } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { ChangeForm } from "../../../../web/lots/change-form"
import type { LotFormValues } from "../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../web/page"
import { lotChanges } from "../../../../web/text/lot-changes"
import { openRawLotWorkflow, RawLot } from "../../../../workflows/open-raw-lot"
import type { ProducerRequest } from "../../../actors"
import { readAmount } from "../read-amount"
import { formKey, saying, textsOf } from "../read-lot-form"

export const GET = page<ProducerRequest>(async (_req, page) => rawPage(page, {}))

export const POST = page<ProducerRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const form = readForm(RawLot, { ...values, quantity: readAmount(values.quantity) }, saying(page.lang))
  if (!form.ok) return { status: 400, body: rawPage(page, values, form.errors) }
  const { result } = await openRawLotWorkflow(req.scope).run({
    input: { ...form.value, producer_id: req.producer.id, idempotency_key: formKey(values) },
  })
  return { redirect: `/producer/lots/${result.id}?saved=lot` }
})

function rawPage(page: PageContext, values: LotFormValues, errors?: FieldErrors) {
  const { lang } = page
  const t = lotChanges[lang]
  const field = (name: string) => ({ lang, name, value: values[name], errors })
  return (
    <ChangeForm
      page={page}
      title={t.rawNew}
      lead={t.rawLead}
      requestKey={values.key ?? randomUUID()}
      save={t.rawSave}
      back="/producer/lots"
    >
      <ErrorSummary lang={lang} errors={errors} />
      <Input {...field("title")} label={t.rawTitle} hint={t.rawTitleHint} maxlength={100} required />
      <Input {...field("quantity")} label={t.rawQuantity} inputmode="decimal" maxlength={12} required />
      <Select
        {...field("unit")}
        label={t.rawUnit}
        options={RAW_UNITS.map((unit) => ({ value: unit, label: unit }))}
        required
      />
      <Input {...field("made_on")} value={values.made_on ?? dateInVietnam()} label={t.rawMadeOn} type="date" required />
      <h2>{t.rawFrom}</h2>
      <Input {...field("supplier")} label={t.supplier} hint={t.supplierHint} maxlength={200} />
      <Input {...field("supplier_lot")} label={t.supplierLot} hint={t.supplierLotHint} maxlength={50} />
    </ChangeForm>
  )
}
