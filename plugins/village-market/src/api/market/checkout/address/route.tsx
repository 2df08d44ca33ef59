import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../../../modules/registry"
import { normalisePhone } from "../../../../sms/phone"
import { ErrorSummary, type FieldErrors, Input, Select } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { byName } from "../../../../web/format"
import { type PageContext, page } from "../../../../web/page"
import { checkout } from "../../../../web/text/checkout"
import { common } from "../../../../web/text/common"
import { basketId } from "../../../../workflows/basket/basket-cookie"
import { type Basket, canCheckOut, readBasket } from "../../../../workflows/basket/read-basket"
import { Step } from "../step"

export const Recipient = z.object({
  name: z.string("nameMissing").trim().min(2, "nameMissing").max(100, "nameMissing"),
  phone: z.string("phoneWrong").transform((text, context) => {
    const phone = normalisePhone(text)
    if (!phone) context.addIssue({ code: "custom", message: "phoneWrong" })
    return phone ?? ""
  }),
  email: z.union([z.literal(""), z.email("emailWrong")]).optional(),
  province: z.string("provinceMissing").regex(/^\d{2}$/, "provinceMissing"),
})

/** Who the goods are for. Answers travel in the address bar to the next question, so that nothing half-said is kept. */
export const GET = page(async (req, page) => {
  const basket = await readBasket(req.scope, basketId(req))
  if (!canCheckOut(basket)) return { redirect: "/market/basket" }
  return <AddressPage page={page} provinces={await provinces(req, page)} value={known(basket)} />
})

export const POST = page<MedusaRequest<Record<string, unknown>>>(async (req, page) => {
  const t = checkout[page.lang]
  const form = readForm(Recipient, req.body, (key) => String(t[key as keyof typeof t]))
  if (!form.ok) {
    const body = (
      <AddressPage page={page} provinces={await provinces(req, page)} value={strings(req.body)} errors={form.errors} />
    )
    return { status: 400, body }
  }
  return { redirect: `/market/checkout/commune?${new URLSearchParams(form.value as Record<string, string>)}` }
})

async function provinces(req: MedusaRequest, { lang }: PageContext) {
  const rows = await req.scope.resolve(REGISTRY).listProvinces({}, { take: 100 })
  return rows
    .map(({ code, name, name_en }) => ({ value: code, label: lang === "vi" ? name : name_en }))
    .sort((a, b) => byName(lang)(a.label, b.label))
}

const known = ({ shipping_address, email }: Basket): Record<string, string> =>
  strings({
    name: shipping_address?.first_name,
    phone: shipping_address?.phone,
    email,
    province: shipping_address?.metadata?.province_code,
  })

const strings = (body: Record<string, unknown> | undefined) =>
  Object.fromEntries(
    Object.entries(body ?? {}).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  )

type Props = {
  page: PageContext
  provinces: { value: string; label: string }[]
  value: Record<string, string>
  errors?: FieldErrors
}

function AddressPage({ page, provinces, value, errors }: Props) {
  const { lang } = page
  const t = checkout[lang]
  return (
    <Step page={page} number={1} title={t.addressTitle} back="/market/basket">
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action="/market/checkout/address" novalidate>
        <Input lang={lang} name="name" label={t.name} value={value.name} autocomplete="name" errors={errors} required />
        <Input
          lang={lang}
          name="phone"
          type="tel"
          inputmode="tel"
          label={t.phone}
          hint={t.phoneHint}
          value={value.phone}
          autocomplete="tel"
          errors={errors}
          required
        />
        <Input
          lang={lang}
          name="email"
          type="email"
          inputmode="email"
          label={t.email}
          value={value.email}
          autocomplete="email"
          errors={errors}
        />
        <Select
          lang={lang}
          name="province"
          label={t.province}
          empty={t.chooseProvince}
          options={provinces}
          value={value.province}
          errors={errors}
          required
        />
        <p class="hint">{t.privacy}</p>
        <button class="button" type="submit">
          {common[lang].next}
        </button>
      </form>
    </Step>
  )
}
