import { PHOTOS_OF_A_STEP } from "../../modules/traceability/diary/add-photo"
import type { EventPhoto } from "../../modules/traceability/diary/photos-of-events"
import type { DiaryStep } from "../../modules/traceability/diary/read-diary"
import { extrasOf } from "../../modules/traceability/diary/step-extras"
import { UNDO_MS } from "../../modules/traceability/diary/take-back"
import { COMMISSIONING } from "../../modules/traceability/diary/vocabulary"
import { recordedNote } from "../../modules/traceability/lots/lot-facts"
import { dateTime, number } from "../format"
import { stepName, stepTime } from "../lots/step-words"
import type { PageContext } from "../page"
import { Picture } from "../picture"
import { diary } from "../text/diary"

type StepListProps = { page: PageContext; lot_id: string; steps: DiaryStep[]; photos: Map<string, EventPhoto[]> }

/** What was written about a lot, for its household: with amounts, photos, and the ways to mend a slip. */
export function StepList({ page, lot_id, steps, photos }: StepListProps) {
  const t = diary[page.lang]
  return (
    <section id="diary-fresh">
      <h2>{t.list}</h2>
      {steps.length === 0 ? <p>{t.listNone}</p> : null}
      <ol class="diary-steps">
        {steps.map((step) => (
          <Step page={page} lot_id={lot_id} step={step} photos={photos.get(step.id) ?? []} />
        ))}
      </ol>
    </section>
  )
}

type StepProps = { page: PageContext; lot_id: string; step: DiaryStep; photos: EventPhoto[] }

function Step({ page, lot_id, step, photos }: StepProps) {
  const { lang, settings } = page
  const t = diary[lang]
  const name = stepName(lang, step.record)
  const { amount, unit, input } = extrasOf(step.event)
  const told = [input, amount === undefined ? undefined : `${number(lang, amount)} ${unit ?? ""}`.trim()]
    .filter(Boolean)
    .join(", ")
  const note = recordedNote(step.record)
  const mends = step.step !== COMMISSIONING.id && !step.declared
  return (
    <li>
      <p class={step.declared ? "struck" : undefined}>
        <strong>{name}</strong> — {stepTime(lang, step.record)}
      </p>
      {step.declared ? <p class="tag warn">{t.wrong}</p> : null}
      {told ? (
        <p>
          {told} <small class="meta">({t.private})</small>
        </p>
      ) : null}
      {note ? <p>{note}</p> : null}
      {photos.map((photo) => (
        <Picture photo={photo} settings={settings} alt={t.photoOf(name)} sizes="16rem" />
      ))}
      <p class="meta">{t.recorded(dateTime(lang, step.recorded_at))}</p>
      {mends && Date.now() - step.recorded_at.getTime() < UNDO_MS ? (
        <form method="post" action={`/producer/diary/${lot_id}/undo`}>
          <button class="button secondary" type="submit" name="event" value={step.id}>
            {t.undo}
            <span class="visually-hidden">: {name}</span>
          </button>
        </form>
      ) : null}
      {mends && photos.length < PHOTOS_OF_A_STEP ? (
        <PhotoForm page={page} lot_id={lot_id} id={step.id} name={name} />
      ) : null}
    </li>
  )
}

function PhotoForm({ page, lot_id, id, name }: { page: PageContext; lot_id: string; id: string; name: string }) {
  const t = diary[page.lang]
  return (
    <details>
      <summary>
        {t.addPhoto}
        <span class="visually-hidden">: {name}</span>
      </summary>
      <form method="post" action={`/producer/diary/${lot_id}/photos`} enctype="multipart/form-data">
        <input type="hidden" name="event" value={id} />
        <label>
          {t.photoOf(name)}
          <input type="file" name="photo" accept="image/*" required />
        </label>
        <p class="hint">{t.photoHint}</p>
        <button class="button" type="submit">
          {t.sendPhoto}
        </button>
      </form>
    </details>
  )
}
