import type { ProfileLot, Said } from "../../modules/traceability/profile/checklist"
import { ErrorSummary, type FieldErrors, Input } from "../fields"
import type { Language } from "../language"
import { lotProfile } from "../text/lot-profile"

type DeclarationProps = {
  lang: Language
  lot: ProfileLot
  values?: { brand?: string; standards?: string; no_brand?: string }
  errors?: FieldErrors
}

const textOf = (said: Said) => (said.kind === "text" ? said.text : "")

/** What stands nowhere but in the producer's head: brand and standards. */
export function DeclarationForm({ lang, lot, values, errors }: DeclarationProps) {
  const t = lotProfile[lang]
  const none = values ? Boolean(values.no_brand) : lot.brand.kind === "none"
  return (
    <form method="post" class="narrow" id="said" novalidate>
      <h2>{t.said}</h2>
      <p>{t.saidLead}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <Input
        lang={lang}
        name="brand"
        label={t.brand}
        hint={t.brandHint}
        maxlength={200}
        value={values?.brand ?? textOf(lot.brand)}
        errors={errors}
      />
      <label class="option">
        <input type="checkbox" name="no_brand" value="1" checked={none} />
        <span>{t.noBrand}</span>
      </label>
      <Input
        lang={lang}
        name="standards"
        label={t.standards}
        hint={t.standardsHint}
        maxlength={200}
        value={values?.standards ?? textOf(lot.standards)}
        errors={errors}
      />
      <button class="button" type="submit">
        {t.save}
      </button>
    </form>
  )
}
