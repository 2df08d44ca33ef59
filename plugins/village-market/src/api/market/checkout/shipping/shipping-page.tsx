import { DELIVERY_KINDS, type DeliveryKind, priceOf } from "../../../../shipping/quote"
import { Choice, ErrorSummary, type FieldErrors, type Option } from "../../../../web/fields"
import { money, weight } from "../../../../web/format"
import type { Language } from "../../../../web/language"
import type { PageContext } from "../../../../web/page"
import { checkout } from "../../../../web/text/checkout"
import { common } from "../../../../web/text/common"
import { shipping } from "../../../../web/text/shipping"
import type { PartShipping, ShippingChoice } from "../../../../workflows/basket/offered-shipping"
import type { Basket } from "../../../../workflows/basket/read-basket"
import { Step } from "../step"

type Props = {
  page: PageContext
  basket: Basket
  parts: PartShipping[]
  errors?: FieldErrors
  /** The price chosen before is no longer the one asked. */
  changed?: boolean
}

/** For each producer what its goods weigh and how they can be had; the sum of what is chosen now below. */
export function ShippingPage({ page, basket, parts, errors, changed }: Props) {
  const { lang } = page
  const t = checkout[lang]
  const shown = basket.parts.flatMap(({ producer }) => {
    const part = parts.find(({ producer_id }) => producer_id === producer.id)
    return part ? [{ producer, part, value: usual(basket, part) }] : []
  })
  const sum = shown.reduce((sum, { part, value }) => sum + (priceAt(part, value) ?? 0), 0)
  return (
    <Step page={page} number={3} title={t.shippingTitle} back="/market/checkout/address">
      {changed ? (
        <p class="notice warn" role="alert">
          {shipping[lang].changed}
        </p>
      ) : null}
      <p>{t.shippingHint}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <form method="post" action="/market/checkout/shipping">
        {shown.map(({ producer, part, value }) => (
          <Choice
            lang={lang}
            name={producer.id}
            label={t.shippingFor(producer.name)}
            hint={hintOf(lang, part)}
            value={value}
            errors={errors}
            required
            options={optionsOf(lang, part)}
          />
        ))}
        <section aria-labelledby="sum">
          <h2 id="sum">{shipping[lang].sum}</h2>
          <dl class="totals">
            <dt>{t.goods}</dt>
            <dd>{money(lang, basket.item_total)}</dd>
            <dt>{t.shipping}</dt>
            <dd>{money(lang, sum)}</dd>
            <dt>{t.total}</dt>
            <dd>
              <strong>{money(lang, basket.total - basket.shipping_total + sum)}</strong>
            </dd>
          </dl>
        </section>
        <button class="button" type="submit">
          {common[lang].next}
        </button>
      </form>
    </Step>
  )
}

/** What stands in the form for a choice: its kind, and for a collection point which. */
const fieldValue = (kind: DeliveryKind, pointId?: string) => (pointId ? `${kind}:${pointId}` : kind)

function optionsOf(lang: Language, { delivery, points, commune_name, options }: PartShipping): Option[] {
  const t = shipping[lang]
  const commune = commune_name ?? ""
  return [
    ...(delivery.ok && options.delivery
      ? [
          {
            value: fieldValue("delivery"),
            label: `${t.delivery}: ${money(lang, delivery.amount)}`,
            hint: [t.comesFrom(commune, t.area[delivery.area]), delivery.means === "truck" ? t.truck : ""].join(" "),
          },
        ]
      : []),
    ...points.map(({ id, name, address, opening_hours }) => ({
      value: fieldValue("pickup_point", id),
      label: `${t.point(name)}: ${t.free}`,
      hint: t.pointHint(address, opening_hours),
    })),
    { value: fieldValue("pickup_producer"), label: `${t.pickup(commune)}: ${t.free}`, hint: t.pickupHint },
  ]
}

function hintOf(lang: Language, { grams, delivery }: PartShipping) {
  const t = shipping[lang]
  const refused = delivery.ok ? "" : delivery.why === "too_heavy" ? t.tooHeavy : t.noRate
  return [t.weight(weight(lang, grams)), refused].filter(Boolean).join(" ")
}

/** What was chosen before, else delivery; where nothing is delivered nothing is chosen for the buyer. */
function usual({ shipping_methods }: Basket, { options, points, delivery }: PartShipping): string | undefined {
  for (const { shipping_option_id: id, data } of shipping_methods ?? []) {
    if (id === options.pickup_producer) return fieldValue("pickup_producer")
    if (id === options.pickup_point && points.some((point) => point.id === data?.collection_point?.id))
      return fieldValue("pickup_point", data?.collection_point?.id)
  }
  return delivery.ok ? fieldValue("delivery") : undefined
}

/** The choice that a value of the form stands for, if it is offered. */
export function choiceOf(part: PartShipping | undefined, value: unknown): ShippingChoice | undefined {
  if (!part || typeof value !== "string" || priceAt(part, value) === undefined) return undefined
  const { kind, collection_point_id } = read(value)
  const option_id = kind && part.options[kind]
  return option_id ? { option_id, collection_point_id } : undefined
}

function priceAt(part: PartShipping, value: string | undefined): number | undefined {
  const { kind, collection_point_id } = read(value)
  return kind && priceOf(part, { kind, collection_point_id })?.amount
}

function read(value = ""): { kind?: DeliveryKind; collection_point_id?: string } {
  const [text, collection_point_id] = value.split(":")
  const kind = DELIVERY_KINDS.find((one) => one === text)
  // A collection point is named, never guessed.
  return kind === "pickup_point" && !collection_point_id ? {} : { kind, collection_point_id }
}
