import { Choice, ErrorSummary, type FieldErrors, Input, type Option, Select } from "../../../../web/fields"
import { money, number } from "../../../../web/format"
import { Layout } from "../../../../web/layout"
import type { PageContext } from "../../../../web/page"
import { phoneOrders } from "../../../../web/text/phone-orders"
import { DELIVERIES } from "../../../../workflows/key-in-order"
import type { OwnListing } from "../../../../workflows/reads/own-listings"
import { quantityField, type Values } from "./lines"

type Props = {
  page: PageContext
  listings: OwnListing[]
  provinces: Option[]
  values: Values
  errors?: FieldErrors
}

/** First screen: what the buyer wants, who it is, and how the goods get there. */
export function WhatScreen({ page, listings, provinces, values, errors }: Props) {
  const { lang } = page
  const t = phoneOrders[lang]
  const given = { lang, errors, required: true }
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <p class="steps">{t.step(1)}</p>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <ErrorSummary lang={lang} errors={errors} />
        <form method="post" action="/producer/orders/new" novalidate>
          <input type="hidden" name="key" value={values.key} />
          <fieldset class="field" id="lines" aria-describedby="lines-hint">
            <legend>{t.whatTitle}</legend>
            <p class="hint" id="lines-hint">
              {t.whatHint}
            </p>
            {errors?.lines ? <p class="error">{errors.lines}</p> : null}
            {listings.map((own) => (
              <Wanted page={page} own={own} value={values[quantityField(own.listing.id)]} />
            ))}
          </fieldset>
          <Input {...given} name="name" label={t.name} value={values.name} autocomplete="off" maxlength={100} />
          <Input
            {...given}
            name="phone"
            type="tel"
            inputmode="tel"
            label={t.phone}
            hint={t.phoneHint}
            value={values.phone}
            autocomplete="off"
          />
          <Choice
            {...given}
            name="delivery"
            label={t.delivery}
            value={values.delivery ?? "delivery"}
            options={DELIVERIES.map((value) => ({ value, label: t.deliveries[value] }))}
          />
          <Select {...given} name="province" label={t.province} options={provinces} value={values.province} />
          <p class="actions">
            <button class="button" type="submit">
              {t.next}
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

function Wanted({ page: { lang }, own, value }: { page: PageContext; own: OwnListing; value?: string }) {
  const t = phoneOrders[lang]
  const { listing, title, price, stock, reserved } = own
  const name = quantityField(listing.id)
  return (
    <div class="field">
      <label for={name}>{title}</label>
      <p class="hint" id={`${name}-hint`}>
        {t.stock(money(lang, price), listing.unit, number(lang, stock - reserved))}
      </p>
      <span class="with-suffix">
        <input
          id={name}
          name={name}
          inputmode="numeric"
          maxlength={3}
          size={4}
          autocomplete="off"
          value={value ?? ""}
          aria-describedby={`${name}-hint`}
        />
        <span aria-hidden="true">{listing.unit}</span>
      </span>
    </div>
  )
}
