import { ErrorSummary, type FieldErrors, Input } from "../fields"
import type { Language } from "../language"
import { office } from "../text/office"

type Props = {
  lang: Language
  producerId: string
  listing: { id: string; ocop_stars: number | null; ocop_status: string; ocop_decided_on: string | null }
  sent?: Record<string, unknown>
  errors?: FieldErrors
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined)

export function OcopForm({ lang, producerId, listing, sent = {}, errors }: Props) {
  const t = office[lang]
  const back = `/office/producers/${producerId}`
  const verified = listing.ocop_status === "verified"
  return (
    <div class="narrow">
      <h1>{verified ? t.ocopUnverify : t.ocopVerifyTitle}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <p>{t.ocop(listing.ocop_stars ?? 0)}</p>
      <form method="post" action={`${back}/listings/${listing.id}/ocop`}>
        {verified ? null : (
          <>
            <Input
              lang={lang}
              name="decision_number"
              label={t.decisionNumber}
              value={text(sent.decision_number)}
              maxlength={60}
              errors={errors}
              required
            />
            <Input
              lang={lang}
              name="decided_on"
              type="date"
              label={t.decidedOn}
              value={text(sent.decided_on) ?? listing.ocop_decided_on}
              errors={errors}
              required
            />
          </>
        )}
        <p class="actions">
          <button class="button" type="submit" name="decision" value={verified ? "unverify" : "verify"}>
            {verified ? t.ocopUnverify : t.ocopVerify}
          </button>
          <a class="button secondary" href={back}>
            {t.cancel}
          </a>
        </p>
      </form>
    </div>
  )
}
