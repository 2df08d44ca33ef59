import { ErrorSummary, type FieldErrors, Input } from "../../web/fields"
import type { Language } from "../../web/language"
import type { PageContext } from "../../web/page"
import { login } from "../../web/text/login"

type PhoneFormProps = { lang: Language; action: string; value?: string; errors?: FieldErrors; to?: string }

/** One question: the phone number to which a code is sent. */
export function PhoneForm({ lang, action, value, errors, to }: PhoneFormProps) {
  const t = login[lang]
  return (
    <form method="post" action={action} novalidate>
      <ErrorSummary lang={lang} errors={errors} />
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <Input
        lang={lang}
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="tel-national"
        label={t.phone}
        hint={t.phoneHint}
        value={value}
        errors={errors}
        required
      />
      <button class="button" type="submit">
        {t.sendCode}
      </button>
    </form>
  )
}

/** Where the codes of a demo are to be found. */
export function DemoHint({ page }: { page: PageContext }) {
  const t = login[page.lang]
  if (!page.settings.demo) return null
  return (
    <p class="notice">
      {t.demoHint} <a href="/demo/messages">{t.demoMessages}</a>.
    </p>
  )
}
