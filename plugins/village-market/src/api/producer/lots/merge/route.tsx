import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dateInVietnam } from "../../../../modules/traceability/lots/lot-time"
import { listOwnLots } from "../../../../modules/traceability/lots/read-lots"
import { Input } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { number } from "../../../../web/format"
import { ChangeForm } from "../../../../web/lots/change-form"
import type { LotFormValues } from "../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../web/page"
import { lotChanges } from "../../../../web/text/lot-changes"
import { changeLotsWorkflow, LotMerge } from "../../../../workflows/change-lots"
import type { ProducerRequest } from "../../../actors"
import { refusalOf } from "../own-lot-of"
import { formKey, saying, textsOf } from "../read-lot-form"

/** Lots with something left, of which there is another of the same goods and unit. */
async function mergeable(req: ProducerRequest) {
  const { lots } = await listOwnLots(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), req.producer.id)
  const open = lots.filter(({ status, left }) => status === "active" && left > 0)
  const like = (one: (typeof open)[number]) => `${one.listing_id} ${one.unit}`
  return open.filter((lot) => open.some((other) => other.id !== lot.id && like(other) === like(lot)))
}

export const GET = page<ProducerRequest>((req, page) => mergePage(req, page, {}))

export const POST = page<ProducerRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const inputs = (await mergeable(req)).flatMap(({ id, left }) =>
    values[`lot_${id}`] ? [{ lot_id: id, quantity: left }] : [],
  )
  const form = readForm(LotMerge, { inputs, happened_at: values.happened_at }, saying(page.lang))
  if (!form.ok) return { status: 400, body: await mergePage(req, page, values, Object.values(form.errors).join(" ")) }
  try {
    const { result } = await changeLotsWorkflow(req.scope).run({
      input: {
        ...form.value,
        ...{ kind: "merge", producer_id: req.producer.id, idempotency_key: formKey(values) },
      },
    })
    return { redirect: `/producer/lots/${result.lots[0]?.id}?saved=change` }
  } catch (error) {
    return { status: 400, body: await mergePage(req, page, values, refusalOf(error)) }
  }
})

async function mergePage(req: ProducerRequest, page: PageContext, values: LotFormValues, problem?: string) {
  const { lang } = page
  const t = lotChanges[lang]
  const lots = await mergeable(req)
  return (
    <ChangeForm
      page={page}
      title={t.mergeTitle}
      lead={lots.length > 0 ? t.mergeLead : t.mergeNone}
      problem={problem}
      requestKey={values.key ?? randomUUID()}
      save={t.mergeSave}
      back="/producer/lots"
    >
      <fieldset class="field choice">
        <legend>{t.mergeTitle}</legend>
        {lots.map(({ id, title, code, left, unit }) => (
          <label class="option">
            <input type="checkbox" name={`lot_${id}`} value="1" checked={values[`lot_${id}`] === "1"} />
            <span>
              {title} · {code} <small>{t.left(number(lang, left), unit)}</small>
            </span>
          </label>
        ))}
      </fieldset>
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
