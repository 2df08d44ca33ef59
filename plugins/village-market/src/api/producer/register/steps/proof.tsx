import { EVIDENCE_PDF_OR_PHOTO } from "../../../../evidence/evidence-file"
import { storeEvidence } from "../../../../evidence/store-evidence"
import { REGISTRY } from "../../../../modules/registry"
import { ProfileFields } from "../../../../modules/registry/profile-fields"
import { sealTaxCode } from "../../../../modules/registry/sealed-tax-code"
import { readTaxCode } from "../../../../modules/registry/tax-code"
import { Choice, FileInput, Input } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { portal } from "../../../../web/text/portal"
import { registration } from "../../../../web/text/registration"
import { EvidenceList } from "../../profile-facts"
import { taxMasked } from "../../profile-view"
import { type Step, sayer, shown } from "./step"

const ORIGINS = ["own_made", "bought_in"] as const

export const originStep: Step = {
  title: (t) => t.originTitle,
  upload: true,
  fields: async (view) => {
    const { lang } = view.page
    const t = registration[lang]
    const options = ORIGINS.map((value) => ({ value, label: t[value], hint: t[`${value}Hint`] }))
    const evidence = await view.container
      .resolve(REGISTRY)
      .listEvidences({ producer_id: view.producer.id }, { take: 100, order: { created_at: "DESC" } })
    return (
      <>
        <Choice
          lang={lang}
          name="origin"
          label={t.origin}
          value={shown(view, "origin")}
          options={options}
          errors={view.errors}
          required
        />
        <FileInput
          lang={lang}
          name="file"
          label={t.evidence}
          hint={t.evidenceHint}
          accept={EVIDENCE_PDF_OR_PHOTO}
          errors={view.errors}
        />
        {evidence.length > 0 ? (
          <section>
            <h2>{t.evidenceSent}</h2>
            <EvidenceList lang={lang} view={{ evidence }} />
          </section>
        ) : null}
      </>
    )
  },
  read: async ({ fields, file, container, producer, memberId, page }) => {
    const answer = readForm(ProfileFields.pick({ origin: true }), fields, sayer(page.lang))
    if (!answer.ok || !file) return answer
    const actor = { kind: "producer" as const, id: memberId }
    const stored = await storeEvidence(container, file, { producer_id: producer.id, kind: answer.value.origin, actor })
    return stored.ok ? answer : { ok: false, errors: { file: portal[page.lang][stored.why] } }
  },
}

export const taxStep: Step = {
  title: (t) => t.taxTitle,
  fields: (view) => {
    const { lang } = view.page
    const t = registration[lang]
    const masked = taxMasked(view.container, view.producer)
    const typed = view.sent?.tax_code
    return (
      <>
        <p>{t.taxWhy}</p>
        {masked ? <p class="notice">{t.taxKept(masked)}</p> : null}
        <Input
          lang={lang}
          name="tax_code"
          inputmode="numeric"
          autocomplete="off"
          label={t.tax}
          hint={t.taxHint}
          value={typeof typed === "string" ? typed : null}
          errors={view.errors}
        />
        {masked ? (
          <label class="option">
            <input type="checkbox" name="remove" value="yes" />
            <span>{t.taxRemove}</span>
          </label>
        ) : null}
      </>
    )
  },
  read: ({ fields, producer, page }) => {
    const typed = typeof fields.tax_code === "string" ? fields.tax_code.trim() : ""
    if (!typed) {
      return { ok: true, value: fields.remove === "yes" ? { tax_code_cipher: null, holding_key: null } : {} }
    }
    const read = readTaxCode(typed)
    if (!read.ok) return { ok: false, errors: { tax_code: sayer(page.lang)(read.why) } }
    return { ok: true, value: sealTaxCode(read.code, producer.id, page.settings) }
  },
}
