import type { Dossier } from "../../office/dossier"
import { dateTime } from "../format"
import type { Language } from "../language"
import { office } from "../text/office"

/** What was done, by whom, when and why, latest first: the audit trail in plain words. */
export function History({ lang, dossier }: { lang: Language; dossier: Dossier }) {
  const t = office[lang]
  const subjects: Record<string, string> = t.subject
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {dossier.history.length === 0 ? <p>{t.noHistory}</p> : null}
      <ol class="office-history">
        {dossier.history.map((entry) => (
          <li>
            <time datetime={new Date(entry.created_at).toISOString()}>{dateTime(lang, entry.created_at)}</time>{" "}
            {[t.actor[entry.actor_kind], entry.actor_name].filter(Boolean).join(" ")}: {t.act[entry.act] ?? entry.act}{" "}
            {subjects[entry.subject_kind] ?? entry.subject_kind}
            {entry.reason ? `. ${t.reason}: ${entry.reason}` : ""}
          </li>
        ))}
      </ol>
    </section>
  )
}
