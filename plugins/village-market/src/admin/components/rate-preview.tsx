import { Button, Heading, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import { gramsOf } from "../lib/shipping"
import { TextField } from "./fields"

type Answer = {
  from: string
  to: string
  area: string
  price: { ok: true; amount: number; means: string } | { ok: false; why: string }
}

/** What a weight costs between two communes on a day, before it is asked of anybody. */
export function RatePreview({ today }: { today: string }) {
  const { t, i18n } = useTranslation("market")
  const [said, setSaid] = useState("")
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const query = new URLSearchParams({
      from: String(form.get("from")),
      to: String(form.get("to_commune")),
      grams: String(gramsOf(form.get("kg"))),
      day: String(form.get("day")),
    })
    try {
      const { from, to, area, price } = await api<Answer>(`/admin/shipping-rates/preview?${query}`)
      const place = { from, to, area: t(`rateAreas.${area}`), interpolation: { escapeValue: false } }
      const amount = (dong: number) =>
        new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" }).format(dong)
      setSaid(
        price.ok
          ? t("previewIs", { ...place, amount: amount(price.amount), means: t(`rateMeansOf.${price.means}`) })
          : t("previewNone", place),
      )
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    }
  }
  const commune = { inputMode: "numeric" as const, pattern: "[0-9]{5}", required: true }
  return (
    <div className="flex flex-col gap-3 px-6 py-4">
      <Heading level="h2">{t("previewTitle")}</Heading>
      <form className="flex flex-wrap items-end gap-3" onSubmit={ask}>
        <TextField name="from" label={t("previewFrom")} {...commune} />
        <TextField name="to_commune" label={t("previewTo")} {...commune} />
        <TextField name="kg" label={t("previewKg")} inputMode="decimal" pattern="[0-9]+([.,][0-9]{1,3})?" required />
        <TextField name="day" label={t("previewDay")} type="date" defaultValue={today} required />
        <Button size="small" variant="secondary" type="submit">
          {t("previewAsk")}
        </Button>
      </form>
      <Text aria-live="polite">{said}</Text>
    </div>
  )
}
