import type { ListedPoint } from "../../office/collection-points"
import { Choice, ErrorSummary, type FieldErrors, Input, Select } from "../fields"
import type { Language } from "../language"
import { collectionPoints } from "../text/office/collection-points"

/** The points of the area, each with its state and the way to change it. */
export function PointList({ lang, points }: { lang: Language; points: ListedPoint[] }) {
  const t = collectionPoints[lang]
  if (points.length === 0) return <p>{t.none}</p>
  return (
    <ul class="office-points">
      {points.map(({ id, name, commune, address, opening_hours, active, is_demo }) => (
        <li class="card">
          <h2>{name}</h2>
          <p>
            <span class="tag">{active ? t.open : t.closed}</span> {is_demo ? <span class="tag">{t.demo}</span> : null}
          </p>
          <p>
            {commune}. {address}
          </p>
          <p class="meta">
            {t.hours}: {opening_hours}
          </p>
          <p>
            <a class="button secondary" href={`/office/collection-points/${id}`} aria-label={`${t.change}: ${name}`}>
              {t.change}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

type Sent = Record<string, unknown>
type FormProps = {
  lang: Language
  action: string
  sent?: Sent
  errors?: FieldErrors
  /** The communes to choose from for a new point; a point stays in its commune. */
  communes?: { value: string; label: string }[]
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined)

export function PointForm({ lang, action, sent = {}, errors, communes }: FormProps) {
  const t = collectionPoints[lang]
  const field = { lang, errors, required: true }
  return (
    <form method="post" action={action} novalidate>
      <ErrorSummary lang={lang} errors={errors} />
      {communes ? (
        <Select
          {...field}
          name="commune_code"
          label={t.commune}
          empty={communes.length > 1 ? t.chooseCommune : undefined}
          options={communes}
          value={text(sent.commune_code)}
        />
      ) : null}
      <Input {...field} name="name" label={t.name} hint={t.nameHint} value={text(sent.name)} maxlength={100} />
      <Input {...field} name="address" label={t.address} value={text(sent.address)} maxlength={200} />
      <Input
        {...field}
        name="opening_hours"
        label={t.hours}
        hint={t.hoursHint}
        value={text(sent.opening_hours)}
        maxlength={100}
      />
      {communes ? null : (
        <Choice
          {...field}
          name="active"
          label={t.state}
          value={text(sent.active)}
          options={[
            { value: "yes", label: t.open, hint: t.openHint },
            { value: "no", label: t.closed, hint: t.closedHint },
          ]}
        />
      )}
      <button class="button" type="submit">
        {communes ? t.addButton : t.save}
      </button>
    </form>
  )
}
