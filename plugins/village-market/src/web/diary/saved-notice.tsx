import type { LotRecord } from "../../modules/traceability/lots/lot-event"
import type { Language } from "../language"
import { stepName } from "../lots/step-words"
import { diary } from "../text/diary"

/** What was just done without script, from the address one was led to. */
export type Saved =
  | { what: "step"; lot_id: string; id: string; record: LotRecord; undo: boolean }
  | { what: "photo" | "undone" }

/** Says what was recorded, with the way to take it back. */
export function SavedNotice({ lang, saved }: { lang: Language; saved?: Saved }) {
  const t = diary[lang]
  if (!saved) return null
  if (saved.what !== "step")
    return (
      <p class="notice good" role="status">
        {saved.what === "photo" ? t.photoSaved : t.undone}
      </p>
    )
  return (
    <div class="notice good" role="status">
      <p>{t.saved(stepName(lang, saved.record))}</p>
      {saved.undo ? (
        <form method="post" action={`/producer/diary/${saved.lot_id}/undo`}>
          <button class="button secondary" type="submit" name="event" value={saved.id}>
            {t.undo}
          </button>
        </form>
      ) : null}
    </div>
  )
}
