import type { MedusaRequest } from "@medusajs/framework/http"
import { REGISTRY } from "../../../../modules/registry"
import { ErrorSummary, type FieldErrors, Input, type Option, Select } from "../../../../web/fields"
import { byName, money } from "../../../../web/format"
import { Layout } from "../../../../web/layout"
import type { PageContext } from "../../../../web/page"
import { phoneOrders } from "../../../../web/text/phone-orders"
import type { OwnListing } from "../../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../../actors"
import { linesOf, type Values } from "./lines"

type Props = {
  page: PageContext
  listings: OwnListing[]
  communes: Option[]
  values: Values
  errors?: FieldErrors
}

/** Second screen: the order as it was said, and the commune, which depends on the province. */
export function WhereScreen({ page, listings, communes, values, errors }: Props) {
  const { lang } = page
  const t = phoneOrders[lang]
  const kept = Object.entries(values).filter(([name]) => name !== "commune" && name !== "street")
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <p class="steps">{t.step(2)}</p>
        <h1>{t.whereTitle}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <form method="post" action="/producer/orders/new" novalidate>
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Select
            lang={lang}
            name="commune"
            label={t.commune}
            empty={t.chooseCommune}
            options={communes}
            value={values.commune}
            errors={errors}
            required
          />
          <Input
            lang={lang}
            name="street"
            label={t.street}
            value={values.street}
            autocomplete="off"
            maxlength={200}
            errors={errors}
            required
          />
          <Summary page={page} listings={listings} values={values} />
          <p class="actions">
            <button class="button" type="submit">
              {t.save}
            </button>
          </p>
        </form>
        <p>
          <a href="/producer/orders">{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}

function Summary({ page: { lang }, listings, values }: Pick<Props, "page" | "listings" | "values">) {
  const t = phoneOrders[lang]
  const lines = linesOf(values).flatMap(({ listing_id, quantity }) => {
    const own = listings.find(({ listing }) => listing.id === listing_id)
    return own ? [{ own, quantity: Number(quantity) }] : []
  })
  return (
    <section class="card">
      <h2>{t.check}</h2>
      <ul>
        {lines.map(({ own, quantity }) => (
          <li>{t.line(own.title, quantity, own.listing.unit, money(lang, own.price * quantity))}</li>
        ))}
      </ul>
      <p>
        {t.goods(
          money(
            lang,
            lines.reduce((sum, { own, quantity }) => sum + own.price * quantity, 0),
          ),
        )}
      </p>
      <p>{t.cash}</p>
    </section>
  )
}

/** All provinces, and the one the producer lives in, where most callers do too. */
export async function provinces(req: ProducerRequest, { lang }: PageContext) {
  const registry = req.scope.resolve(REGISTRY)
  const rows = await registry.listProvinces({}, { take: 100 })
  const code = req.producer.commune_code
  const [commune] = code ? await registry.listCommunes({ code }) : []
  const options = rows
    .map((row) => ({ value: row.code, label: lang === "vi" ? row.name : row.name_en }))
    .sort((a, b) => byName(lang)(a.label, b.label))
  return { options, home: commune?.province_code ?? "" }
}

export async function communesOf(req: MedusaRequest, { lang }: PageContext, province_code: string): Promise<Option[]> {
  const rows = await req.scope.resolve(REGISTRY).listCommunes({ province_code }, { take: 1000 })
  return rows
    .map(({ code, full_name }) => ({ value: code, label: full_name }))
    .sort((a, b) => byName(lang)(bare(a.label), bare(b.label)))
}

/** People look for "Nam Trực", not for "Xã Nam Trực". */
const bare = (fullName: string) => fullName.replace(/^(Phường|Xã|Đặc khu) /, "")
