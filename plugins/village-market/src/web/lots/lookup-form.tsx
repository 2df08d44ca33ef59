import { Input } from "../fields"
import type { Language } from "../language"
import { trace } from "../text/trace"

/** For whoever has the code in hand and no camera. */
export function LookupForm({ lang, value }: { lang: Language; value?: string }) {
  const t = trace[lang]
  return (
    <form method="get" action="/lot" class="narrow">
      <Input
        lang={lang}
        name="code"
        label={t.code}
        hint={t.lookupLead}
        autocomplete="off"
        maxlength={40}
        required
        value={value}
      />
      <button class="button" type="submit">
        {t.lookupButton}
      </button>
    </form>
  )
}
