import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dateInVietnam } from "../../../../../modules/traceability/lots/lot-time"
import { BALANCE_REASONS } from "../../../../../modules/traceability/lots/mass-balance"
import { listOwnProducts } from "../../../../../modules/traceability/lots/read-lots"
import { RAW_UNITS } from "../../../../../modules/traceability/lots/units"
import { Choice, Input, Select } from "../../../../../web/fields"
import { readForm } from "../../../../../web/form"
import { number } from "../../../../../web/format"
import { ChangeForm } from "../../../../../web/lots/change-form"
import type { LotFormValues } from "../../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../../web/page"
import { lotChanges } from "../../../../../web/text/lot-changes"
import { changeLotsWorkflow, LotTransformation } from "../../../../../workflows/change-lots"
import type { ProducerRequest } from "../../../../actors"
import { ownLotOf, refusalOf } from "../../own-lot-of"
import { readAmount } from "../../read-amount"
import { formKey, saying, textsOf } from "../../read-lot-form"

export const GET = page<ProducerRequest>((req, page) => transformPage(req, page, {}))

/** What does not balance comes back with the most there can be and a question for the reason. */
export const POST = page<ProducerRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const lot = await ownLotOf(req)
  const output = values.becomes
    ? { listing_id: values.becomes, quantity: readAmount(values.output) }
    : { title: values.title, unit: values.unit, quantity: readAmount(values.output) }
  const form = readForm(
    LotTransformation,
    {
      inputs: [{ lot_id: lot.id, quantity: readAmount(values.input) }],
      outputs: [{ ...output, expires_on: values.expires_on || null }],
      declared_yield: readAmount(values.declared_yield) ?? null,
      reason: values.reason || null,
      reason_text: values.reason_text,
      happened_at: values.happened_at,
    },
    saying(page.lang),
  )
  if (!form.ok) {
    return { status: 400, body: await transformPage(req, page, values, Object.values(form.errors).join(" ")) }
  }
  try {
    const { result } = await changeLotsWorkflow(req.scope).run({
      input: {
        ...form.value,
        ...{ kind: "transformation", producer_id: req.producer.id, idempotency_key: formKey(values) },
      },
    })
    return { redirect: `/producer/lots/${result.lots[0]?.id ?? lot.id}?saved=change` }
  } catch (error) {
    return { status: 400, body: await transformPage(req, page, values, refusalOf(error)) }
  }
})

async function transformPage(req: ProducerRequest, page: PageContext, values: LotFormValues, problem?: string) {
  const { lang } = page
  const t = lotChanges[lang]
  const lot = await ownLotOf(req)
  const products = await listOwnProducts(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), req.producer.id)
  const field = (name: string) => ({ lang, name, value: values[name] })
  const reasons = BALANCE_REASONS.map((value) => ({ value, label: t.reasons[value] }))
  return (
    <ChangeForm
      page={page}
      title={t.transformTitle}
      lead={t.transformLead(lot.title, number(lang, lot.left), lot.unit)}
      problem={problem}
      requestKey={values.key ?? randomUUID()}
      save={t.transformSave}
      back={`/producer/lots/${lot.id}`}
    >
      <Input
        {...field("input")}
        label={t.inputQuantity}
        suffix={lot.unit}
        inputmode="decimal"
        maxlength={12}
        required
      />
      <Choice
        {...field("becomes")}
        value={values.becomes ?? ""}
        label={t.becomes}
        options={[
          ...products.map(({ listing_id, title, unit }) => ({ value: listing_id, label: `${title} (${unit})` })),
          { value: "", label: t.becomesOther },
        ]}
      />
      <Input {...field("title")} label={t.outputTitle} maxlength={100} />
      <Select
        {...field("unit")}
        label={t.outputUnit}
        options={RAW_UNITS.map((unit) => ({ value: unit, label: unit }))}
      />
      <Input {...field("output")} label={t.outputQuantity} inputmode="decimal" maxlength={12} required />
      <Input
        {...field("happened_at")}
        value={values.happened_at ?? dateInVietnam()}
        label={t.happenedOn}
        type="date"
        required
      />
      <Input {...field("expires_on")} label={t.expiresOn} type="date" />
      <Input
        {...field("declared_yield")}
        label={t.ownYield}
        hint={t.ownYieldHintAny}
        inputmode="decimal"
        maxlength={12}
      />
      {problem ? (
        <>
          <h2>{t.overTitle}</h2>
          <p>{t.overLead}</p>
          <Choice {...field("reason")} label={t.reason} options={reasons} />
          <Input {...field("reason_text")} label={t.reasonText} maxlength={200} />
        </>
      ) : null}
    </ChangeForm>
  )
}
