import { randomUUID } from "node:crypto"
import type { DiaryLot } from "../../modules/traceability/diary/read-diary"
import type { CraftStep } from "../../modules/traceability/diary/vocabulary"
import { dateInVietnam } from "../../modules/traceability/lots/lot-time"
import { ErrorSummary, type FieldErrors, FileInput, Input } from "../fields"
import type { Language } from "../language"
import { diary } from "../text/diary"
import { AmountFields } from "./amount-fields"

type DiaryFormProps = {
  lang: Language
  lot: DiaryLot
  words: CraftStep[]
  values?: Record<string, string | undefined>
  errors?: FieldErrors
}

const asksOf = ({ asks_amount, asks_photo, asks_input }: CraftStep) =>
  [asks_amount && "amount", asks_photo && "photo", asks_input && "input"].filter(Boolean).join(" ")

/** What was done, as large as a thumb; then how much, with what, when, a photo and a word for buyers, each if wanted. */
export function DiaryForm({ lang, lot, words, values = {}, errors }: DiaryFormProps) {
  const t = diary[lang]
  return (
    <form
      method="post"
      class="narrow"
      enctype="multipart/form-data"
      novalidate
      data-diary={lot.id}
      data-title={lot.title}
    >
      <ErrorSummary lang={lang} errors={errors} />
      <input type="hidden" name="key" value={values.key ?? randomUUID()} />
      <fieldset class="field" aria-describedby={errors?.step ? "step-error" : undefined}>
        <legend>{t.which}</legend>
        {errors?.step ? (
          <p class="error" id="step-error">
            {errors.step}
          </p>
        ) : null}
        <div class="diary-tiles">
          {words.map((word, index) => (
            <label class="option">
              <input
                type="radio"
                id={index === 0 ? "step" : undefined}
                name="step"
                value={word.id}
                checked={values.step === word.id}
                data-word={word[lang]}
                data-asks={asksOf(word)}
              />
              <span>{word[lang]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <AmountFields lang={lang} unit={lot.unit} values={values} errors={errors} />
      <div data-asked="input">
        <Input
          lang={lang}
          name="input"
          label={t.input}
          hint={t.inputHint}
          maxlength={100}
          value={values.input}
          errors={errors}
        />
      </div>
      <p class="hint">{t.amountHint}</p>
      <div data-asked="photo">
        <FileInput lang={lang} name="photo" label={t.photo} hint={t.photoHint} accept="image/*" errors={errors} />
      </div>
      <Input
        lang={lang}
        name="happened_at"
        label={t.day}
        type="date"
        required
        value={values.happened_at ?? dateInVietnam()}
        errors={errors}
      />
      <Input
        lang={lang}
        name="note"
        label={t.note}
        hint={t.noteHint}
        maxlength={200}
        value={values.note}
        errors={errors}
      />
      <p class="notice">{t.forEver}</p>
      <button class="button diary-wide" type="submit">
        {t.done}
      </button>
    </form>
  )
}
