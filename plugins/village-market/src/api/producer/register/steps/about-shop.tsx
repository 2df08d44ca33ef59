import { ProfileFields } from "../../../../modules/registry/profile-fields"
import { readablePhone } from "../../../../sms/phone"
import { Choice, Input, TextArea } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { registration } from "../../../../web/text/registration"
import { type Step, sayer, shown } from "./step"

const KINDS = ["household", "cooperative", "company"] as const

export const nameStep: Step = {
  title: (t) => t.nameTitle,
  fields: (view) => {
    const { lang } = view.page
    const t = registration[lang]
    const options = KINDS.map((value) => ({ value, label: t[value], hint: t[`${value}Hint`] }))
    const common = { lang, errors: view.errors, required: true }
    return (
      <>
        <Input
          {...common}
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={shown(view, "name")}
          autocomplete="organization"
          maxlength={120}
        />
        <Choice {...common} name="kind" label={t.kind} value={shown(view, "kind")} options={options} />
      </>
    )
  },
  read: ({ fields, page }) => readForm(ProfileFields.pick({ name: true, kind: true }), fields, sayer(page.lang)),
}

export const makesStep: Step = {
  title: (t) => t.makesTitle,
  fields: (view) => {
    const { lang } = view.page
    const t = registration[lang]
    return (
      <TextArea
        lang={lang}
        name="makes"
        label={t.makes}
        hint={t.makesHint}
        value={shown(view, "makes")}
        errors={view.errors}
        maxlength={1000}
        required
      />
    )
  },
  read: ({ fields, page }) => readForm(ProfileFields.pick({ makes: true }), fields, sayer(page.lang)),
}

export const storyStep: Step = {
  title: (t) => t.storyTitle,
  fields: (view) => {
    const { lang } = view.page
    const t = registration[lang]
    return (
      <TextArea
        lang={lang}
        name="story"
        rows={8}
        label={t.story}
        hint={t.storyHint}
        value={shown(view, "story")}
        errors={view.errors}
        maxlength={3000}
      />
    )
  },
  read: ({ fields, page }) => readForm(ProfileFields.pick({ story: true }), fields, sayer(page.lang)),
}

export const helperStep: Step = {
  title: (t) => t.helperTitle,
  fields: (view) => {
    const { lang } = view.page
    const t = registration[lang]
    const phone = shown(view, "helper_phone")
    return (
      <>
        <p>{t.helperLead}</p>
        <Input
          lang={lang}
          name="helper_name"
          label={t.helper_name}
          value={shown(view, "helper_name")}
          errors={view.errors}
          maxlength={120}
        />
        <Input
          lang={lang}
          name="helper_phone"
          type="tel"
          inputmode="tel"
          label={t.helper_phone}
          value={phone ? readablePhone(phone) : null}
          errors={view.errors}
        />
      </>
    )
  },
  read: ({ fields, page }) =>
    readForm(ProfileFields.pick({ helper_name: true, helper_phone: true }), fields, sayer(page.lang)),
}
