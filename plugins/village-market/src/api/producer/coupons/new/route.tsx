import { z } from "@medusajs/framework/zod"
import { parsePrice, parseWhole } from "../../../../modules/catalogue/parse-numbers"
import { Choice, ErrorSummary, type FieldErrors, Input } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { Layout } from "../../../../web/layout"
import { type PageContext, page } from "../../../../web/page"
import { couponForm, sayIn } from "../../../../web/text/coupon-form"
import { CouponRule } from "../../../../workflows/create-coupon"
import type { ProducerRequest } from "../../../actors"
import { createOrRefuse, refuseUnopened } from "../../../coupons"

const Text = z.string().trim().max(60).default("").catch("")
const Typed = z.object({
  ...{ code: Text, kind: Text, value: Text, minimum: Text, starts_on: Text, ends_on: Text, max_uses: Text },
})
type Typed = z.infer<typeof Typed>

export const GET = page<ProducerRequest>((req, page) => {
  refuseUnopened(req.producer.status, page.lang)
  return <FormPage page={page} typed={Typed.parse({ kind: "percent" })} />
})

export const POST = page<ProducerRequest>(async (req, page) => {
  refuseUnopened(req.producer.status, page.lang)
  const typed = Typed.parse(req.body ?? {})
  const rule = readForm(CouponRule, asRule(typed), sayIn(page.lang))
  if (!rule.ok) return { status: 400, body: <FormPage page={page} typed={typed} errors={rule.errors} /> }
  const id = await createOrRefuse(req.scope, rule.value, req.auth_context.actor_id, req.producer.id)
  if (id) return { redirect: `/producer/coupons/${id}?created=1` }
  const errors = { code: couponForm[page.lang].codeTaken }
  return { status: 409, body: <FormPage page={page} typed={typed} errors={errors} /> }
})

/** As people type it: "10 %", "20.000 đ", "20k"; what is no number is left for the rule to refuse. */
function asRule({ code, kind, value, minimum, starts_on, ends_on, max_uses }: Typed) {
  const amount = (text: string) => {
    const parsed = parsePrice(text.replace(/%$/, ""))
    return parsed.ok ? parsed.value : Number.NaN
  }
  const uses = parseWhole(max_uses)
  return {
    ...{ code, kind, value: amount(value), starts_on: starts_on || undefined, ends_on: ends_on || null },
    minimum: minimum === "" ? 0 : amount(minimum),
    max_uses: max_uses === "" ? null : uses.ok ? uses.value : Number.NaN,
  }
}

function FormPage({ page, typed, errors }: { page: PageContext; typed: Typed; errors?: FieldErrors }) {
  const { lang } = page
  const t = couponForm[lang]
  const field = { lang, errors }
  return (
    <Layout page={page} title={t.newTitle}>
      <div class="narrow">
        <h1>{t.newTitle}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <form method="post" action="/producer/coupons/new">
          <Input {...field} name="code" label={t.code} hint={t.codeHint} value={typed.code} maxlength={30} required />
          <Choice
            {...field}
            name="kind"
            label={t.kind}
            value={typed.kind}
            required
            options={[
              { value: "percent", label: t.percent, hint: t.percentHint },
              { value: "fixed", label: t.fixed, hint: t.fixedHint },
            ]}
          />
          <Input
            {...field}
            name="value"
            label={t.value}
            hint={t.valueHint}
            value={typed.value}
            maxlength={20}
            required
          />
          <Input
            {...field}
            name="minimum"
            label={t.minimum}
            hint={t.minimumHint}
            value={typed.minimum}
            maxlength={20}
          />
          <Input {...field} name="starts_on" type="date" label={t.starts} hint={t.startsHint} value={typed.starts_on} />
          <Input {...field} name="ends_on" type="date" label={t.ends} hint={t.endsHint} value={typed.ends_on} />
          <Input
            {...{ ...field, name: "max_uses", label: t.uses, hint: t.usesHint, value: typed.max_uses }}
            inputmode="numeric"
            maxlength={9}
          />
          <p class="hint">{t.fixedNote}</p>
          <p class="actions">
            <button class="button" type="submit">
              {t.create}
            </button>
          </p>
        </form>
        <p>
          <a href="/producer/coupons">{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}
