import type { Dossier } from "../../office/dossier"
import { date, dateTime } from "../format"
import type { Language } from "../language"
import { office } from "../text/office"

/** The papers of a producer, pictures shown in place, each with its two marks. */
export function EvidenceList({ lang, dossier }: { lang: Language; dossier: Dossier }) {
  const t = office[lang]
  return (
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">{t.evidence}</h2>
      {dossier.evidence.length === 0 ? <p>{t.noEvidence}</p> : null}
      <ul class="office-papers">
        {dossier.evidence.map((paper) => (
          <li>
            <Paper lang={lang} producerId={dossier.producer.id} paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Paper({
  lang,
  producerId,
  paper,
}: {
  lang: Language
  producerId: string
  paper: Dossier["evidence"][number]
}) {
  const t = office[lang]
  const address = `/office/producers/${producerId}/evidence/${paper.id}`
  const kind = t.evidenceKind[paper.kind]
  return (
    <>
      <p>
        <strong>{kind}</strong> <span class="tag">{t.evidenceStatus[paper.status]}</span>
      </p>
      {paper.mime_type.startsWith("image/") ? (
        <a href={address}>
          <img
            src={address}
            alt={paper.note ? `${kind}: ${paper.note}` : kind}
            loading="lazy"
            width="320"
            height="240"
          />
        </a>
      ) : null}
      <p class="meta">
        {[paper.note, paper.issued_on ? date(lang, paper.issued_on) : null].filter(Boolean).join(" · ")}
        {paper.decided_at ? ` ${t.decidedBy(paper.decided_by ?? "", dateTime(lang, paper.decided_at))}` : null}
      </p>
      <form method="post" action={address} class="actions">
        <a class="button secondary" href={address}>
          {t.openFile}
        </a>
        {paper.status === "verified" ? null : (
          <button class="button secondary" type="submit" name="decision" value="verify">
            {t.verify}
          </button>
        )}
        {paper.status === "refused" ? null : (
          <button class="button secondary" type="submit" name="decision" value="refuse">
            {t.refuseEvidence}
          </button>
        )}
      </form>
    </>
  )
}
