import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../../../modules/registry"
import { ErrorSummary, type FieldErrors, Input, Select } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { byName } from "../../../../web/format"
import { type PageContext, page } from "../../../../web/page"
import { checkout } from "../../../../web/text/checkout"
import { common } from "../../../../web/text/common"
import { basketId } from "../../../../workflows/basket/basket-cookie"
import { setAddress } from "../../../../workflows/basket/prepare-checkout"
import { canCheckOut, readBasket } from "../../../../workflows/basket/read-basket"
import { Recipient } from "../address/route"
import { Step } from "../step"

const Where = Recipient.extend({
  commune: z.string("communeMissing").regex(/^\d{5}$/, "communeMissing"),
  street: z.string("streetMissing").trim().min(2, "streetMissing").max(200, "streetMissing"),
})

/** The communes of the province chosen before: 3,321 would not fit one list. */
export const GET = page(async (req, page) => {
  const basket = await readBasket(req.scope, basketId(req))
  if (!canCheckOut(basket)) return { redirect: "/market/basket" }
  const recipient = Recipient.safeParse(req.query)
  if (!recipient.success) return { redirect: "/market/checkout/address" }
  const { commune_code, province_code } = basket.shipping_address?.metadata ?? {}
  const same = province_code === recipient.data.province
  const value = same ? { commune: String(commune_code), street: basket.shipping_address?.address_1 ?? "" } : {}
  return communePage(req, page, recipient.data, value)
})

export const POST = page<MedusaRequest<Record<string, string>>>(async (req, page) => {
  const t = checkout[page.lang]
  const basket = await readBasket(req.scope, basketId(req))
  if (!canCheckOut(basket)) return { redirect: "/market/basket" }
  const recipient = Recipient.safeParse(req.body)
  if (!recipient.success) return { redirect: "/market/checkout/address" }
  const form = readForm(Where, req.body, (key) => String(t[key as keyof typeof t]))
  if (!form.ok) {
    const { commune, street } = req.body
    return { status: 400, body: await communePage(req, page, recipient.data, { commune, street }, form.errors) }
  }
  const { name, phone, email, street } = form.value
  const registry = req.scope.resolve(REGISTRY)
  const [commune] = await registry.listCommunes({ code: form.value.commune, province_code: form.value.province })
  const [province] = await registry.listProvinces({ code: form.value.province })
  if (!commune || !province) {
    const errors = { commune: t.communeMissing }
    return { status: 400, body: await communePage(req, page, recipient.data, { street }, errors) }
  }
  await setAddress(req.scope, basket.id, {
    name,
    phone,
    email: email || undefined,
    street,
    province: { code: province.code, name: province.full_name },
    commune: { code: commune.code, name: commune.full_name },
  })
  return { redirect: "/market/checkout/shipping" }
})

async function communePage(
  req: MedusaRequest,
  page: PageContext,
  recipient: z.infer<typeof Recipient>,
  value: { commune?: string; street?: string },
  errors?: FieldErrors,
) {
  const { lang } = page
  const t = checkout[lang]
  const registry = req.scope.resolve(REGISTRY)
  const [province] = await registry.listProvinces({ code: recipient.province })
  const communes = await registry.listCommunes({ province_code: recipient.province }, { take: 500 })
  const options = communes
    .map(({ code, full_name }) => ({ value: code, label: full_name }))
    .sort((a, b) => byName(lang)(bare(a.label), bare(b.label)))
  const title = t.communeTitle((lang === "vi" ? province?.full_name : province?.name_en) ?? "")
  return (
    <Step page={page} number={2} title={title} back="/market/checkout/address">
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action="/market/checkout/commune" novalidate>
        {Object.entries(recipient).map(([name, kept]) => (
          <input type="hidden" name={name} value={kept} />
        ))}
        <Select
          lang={lang}
          name="commune"
          label={t.commune}
          empty={t.chooseCommune}
          options={options}
          value={value.commune}
          errors={errors}
          required
        />
        <Input
          lang={lang}
          name="street"
          label={t.street}
          value={value.street}
          autocomplete="address-line1"
          errors={errors}
          required
        />
        <button class="button" type="submit">
          {common[lang].next}
        </button>
      </form>
    </Step>
  )
}

/** People look for "Nam Trực", not for "Xã Nam Trực". */
const bare = (fullName: string) => fullName.replace(/^(Phường|Xã|Đặc khu) /, "")
