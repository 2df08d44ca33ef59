import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import { AREAS, gramsOf, MEANS } from "../lib/shipping"
import { ChoiceField, TextField } from "./fields"
import { FormModal } from "./form-modal"

/** Asks for another dated row; weights in kilograms as people say them. */
export function NewRate({ today, done }: { today: string; done: () => void }) {
  const { t } = useTranslation("market")
  const whole = { inputMode: "numeric" as const, pattern: "[0-9]+", required: true }
  const kilograms = { inputMode: "decimal" as const, pattern: "[0-9]+([.,][0-9]{1,3})?", required: true }
  const send = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "")
    await api("/admin/shipping-rates", {
      area: text("area"),
      means: text("means"),
      over_grams: gramsOf(form.get("over")),
      to_grams: gramsOf(form.get("to")),
      price: Number(text("price")),
      per_kg: Number(text("per_kg")),
      valid_from: text("valid_from"),
      valid_to: text("valid_to") || null,
      basis: text("basis"),
    })
    done()
  }
  return (
    <FormModal title={t("newRate")} submit={t("addRate")} send={send}>
      <ChoiceField
        name="area"
        label={t("rateArea")}
        options={AREAS.map((area) => ({ value: area, label: t(`rateAreas.${area}`) }))}
      />
      <ChoiceField
        name="means"
        label={t("rateMeans")}
        options={MEANS.map((means) => ({ value: means, label: t(`rateMeansOf.${means}`) }))}
      />
      <TextField name="over" label={t("overKg")} defaultValue="0" {...kilograms} />
      <TextField name="to" label={t("toKg")} {...kilograms} />
      <TextField name="price" label={t("pricePerStep")} {...whole} />
      <TextField name="per_kg" label={t("perKg")} defaultValue="0" {...whole} />
      <TextField name="valid_from" label={t("validFrom")} type="date" min={dayAfter(today)} required />
      <TextField name="valid_to" label={t("validTo")} type="date" min={dayAfter(today)} />
      <TextField name="basis" label={t("rateBasis")} hint={t("basisHint")} minLength={3} maxLength={300} required />
    </FormModal>
  )
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 24 * 3600_000).toISOString().slice(0, 10)
