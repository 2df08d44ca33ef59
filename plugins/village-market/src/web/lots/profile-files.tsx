import type { Language } from "../language"
import { lotProfile } from "../text/lot-profile"

/** The files of a lot's profile; `base` is the page they belong to. */
export function ProfileFiles({ lang, base }: { lang: Language; base: string }) {
  const t = lotProfile[lang]
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t.files}</h2>
      <p>{t.filesLead}</p>
      <ul>
        <li>
          <a href={`${base}/portal.csv`}>{t.csv}</a>. {t.csvHint}
        </li>
        <li>
          <a href={`${base}/epcis.json`}>{t.epcis}</a>. {t.epcisHint}
        </li>
      </ul>
    </section>
  )
}
