import { randomUUID } from "node:crypto"
import { dateInVietnam } from "../../../../../modules/traceability/lots/lot-time"
import { Input } from "../../../../../web/fields"
import { readForm } from "../../../../../web/form"
import { number } from "../../../../../web/format"
import { ChangeForm } from "../../../../../web/lots/change-form"
import type { LotFormValues } from "../../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../../web/page"
import { lotChanges } from "../../../../../web/text/lot-changes"
import { changeLotsWorkflow, LotSplit } from "../../../../../workflows/change-lots"
import type { ProducerRequest } from "../../../../actors"
import { ownLotOf, refusalOf } from "../../own-lot-of"
import { readAmount } from "../../read-amount"
import { formKey, saying, textsOf } from "../../read-lot-form"

const PARTS = [1, 2, 3]

export const GET = page<ProducerRequest>((req, page) => splitPage(req, page, {}))

export const POST = page<ProducerRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const quantities = PARTS.flatMap((n) => readAmount(values[`part_${n}`]) ?? [])
  const form = readForm(LotSplit, { quantities, happened_at: values.happened_at }, saying(page.lang))
  if (!form.ok) return { status: 400, body: await splitPage(req, page, values, Object.values(form.errors).join(" ")) }
  const lot = await ownLotOf(req)
  try {
    await changeLotsWorkflow(req.scope).run({
      input: {
        ...form.value,
        ...{ kind: "split", lot_id: lot.id, producer_id: req.producer.id, idempotency_key: formKey(values) },
      },
    })
  } catch (error) {
    return { status: 400, body: await splitPage(req, page, values, refusalOf(error)) }
  }
  return { redirect: `/producer/lots/${lot.id}?saved=split` }
})

async function splitPage(req: ProducerRequest, page: PageContext, values: LotFormValues, problem?: string) {
  const { lang } = page
  const t = lotChanges[lang]
  const lot = await ownLotOf(req)
  return (
    <ChangeForm
      page={page}
      title={`${t.splitTitle} · ${lot.title}`}
      lead={t.splitLead(number(lang, lot.left), lot.unit)}
      problem={problem}
      requestKey={values.key ?? randomUUID()}
      save={t.splitSave}
      back={`/producer/lots/${lot.id}`}
    >
      {PARTS.map((n) => (
        <Input
          lang={lang}
          name={`part_${n}`}
          label={t.splitInto(n)}
          hint={n > 1 ? t.splitHint : undefined}
          suffix={lot.unit}
          inputmode="decimal"
          maxlength={12}
          required={n === 1}
          value={values[`part_${n}`]}
        />
      ))}
      <Input
        lang={lang}
        name="happened_at"
        label={t.happenedOn}
        type="date"
        required
        value={values.happened_at ?? dateInVietnam()}
      />
    </ChangeForm>
  )
}
