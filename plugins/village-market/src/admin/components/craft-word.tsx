import { Checkbox, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import { ASKS, type Family, type Word } from "../lib/craft-steps"
import { ChoiceField, TextField } from "./fields"
import { FormModal } from "./form-modal"

/** What a form says of a word. */
const wordOf = (form: FormData) => {
  const text = (name: string) => String(form.get(name) ?? "").trim()
  const asks = Object.fromEntries(ASKS.map((name) => [name, form.get(name) === "on"]))
  return { vi: text("vi"), en: text("en"), biz_step: text("biz_step") || null, ...asks }
}

function WordFields({ word }: { word?: Word }) {
  const { t } = useTranslation("market")
  return (
    <>
      <TextField name="vi" label={t("stepVi")} defaultValue={word?.vi} maxLength={60} required />
      <TextField name="en" label={t("stepEn")} defaultValue={word?.en} maxLength={60} required />
      <TextField
        name="biz_step"
        label={t("stepBiz")}
        defaultValue={word?.biz_step ?? ""}
        pattern="[a-z_]+|https?://\S+"
        maxLength={200}
      />
      <fieldset className="flex flex-col gap-2">
        <legend>{t("stepAsks")}</legend>
        {ASKS.map((name) => (
          <span key={name} className="flex items-center gap-2">
            <Checkbox id={name} name={name} defaultChecked={word?.[name]} />
            <Label htmlFor={name}>{t(`stepAsksOf.${name}`)}</Label>
          </span>
        ))}
      </fieldset>
    </>
  )
}

/** Asks for another word of a craft. */
export function NewWord({ families, done }: { families: Family[]; done: () => void }) {
  const { t, i18n } = useTranslation("market")
  const send = async (form: FormData) => {
    await api("/admin/craft-steps", { family: String(form.get("family")), ...wordOf(form) })
    done()
  }
  const options = families.map((family) => ({
    value: family.id,
    label: i18n.language === "vi" ? family.vi : family.en,
  }))
  return (
    <FormModal title={t("newStep")} submit={t("addStep")} send={send}>
      <ChoiceField name="family" label={t("stepFamily")} options={options} />
      <WordFields />
    </FormModal>
  )
}

/** Asks for a word's names and what it asks for. */
export function EditWord({ word, done }: { word: Word; done: () => void }) {
  const { t } = useTranslation("market")
  const send = async (form: FormData) => {
    await api(`/admin/craft-steps/${word.id}`, wordOf(form))
    done()
  }
  return (
    <FormModal title={t("renameStep")} submit={t("saveStep")} send={send}>
      <WordFields word={word} />
    </FormModal>
  )
}
