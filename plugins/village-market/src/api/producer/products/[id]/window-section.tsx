import { dayOf } from "../../../../modules/catalogue/sale-window"
import { ErrorSummary, Input } from "../../../../web/fields"
import { date, number } from "../../../../web/format"
import type { PageContext } from "../../../../web/page"
import { windows } from "../../../../web/text/windows"
import type { OwnListing } from "../../../../workflows/reads/own-listings"
import type { Refused } from "./edit-page"

type Props = { page: PageContext; own: OwnListing; here: string; refused?: Refused }

/** Selling ahead of a harvest: how it stands, and a short form to set or change it. */
export function WindowSection({ page, own, here, refused }: Props) {
  const { lang } = page
  const t = windows[lang]
  const { window } = own
  const runs = window !== null && window.state !== "closed"
  return (
    <details class="card" id="window" open={refused !== undefined || runs}>
      <summary>{t.title}</summary>
      {window ? (
        <>
          <p>
            <span class={`tag ${window.state === "open" ? "good" : ""}`}>{t.state[window.state]}</span>{" "}
            {t.taken(number(lang, window.taken), number(lang, window.cap))}
          </p>
          <p>{t.ahead(date(lang, window.expected_on))}</p>
        </>
      ) : null}
      <p class="hint">{window && window.taken > 0 ? t.afterwards : t.lead}</p>
      <WindowFields page={page} own={own} here={here} refused={refused} />
      {runs ? (
        <form method="post" action={`${here}/endwindow`}>
          <p class="hint">{t.endHint}</p>
          <button class="button secondary" type="submit">
            {t.end}
          </button>
        </form>
      ) : null}
    </details>
  )
}

function WindowFields({ page: { lang }, own, here, refused }: Props) {
  const t = windows[lang]
  const window = own.window?.state === "closed" ? null : own.window
  const errors = refused?.errors
  const field = (name: "opens_on" | "closes_on" | "cap" | "expected_on" | "note", stored?: string | null) => {
    const sent = refused?.sent[name]
    return { lang, name, errors, value: typeof sent === "string" ? sent : stored }
  }
  return (
    <form method="post" action={`${here}/window`} novalidate>
      <ErrorSummary lang={lang} errors={errors} />
      <Input {...field("opens_on", window?.opens_on ?? dayOf(new Date()))} type="date" label={t.opensLabel} required />
      <Input {...field("closes_on", window?.closes_on)} type="date" label={t.closesLabel} required />
      <Input
        {...field("cap", window && String(window.cap))}
        inputmode="numeric"
        label={t.capLabel}
        hint={t.capHint(own.listing.unit)}
        suffix={own.listing.unit}
        required
      />
      <Input {...field("expected_on", window?.expected_on)} type="date" label={t.expectedLabel} required />
      <Input {...field("note", window?.note)} label={t.noteLabel} hint={t.noteHint} maxlength={60} />
      <button class="button" type="submit">
        {window ? t.change : t.save}
      </button>
    </form>
  )
}
