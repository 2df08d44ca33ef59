import type { OwnLot } from "../../modules/traceability/lots/read-lots"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"

/** The way to a lot's recall; for a lot under recall it says so first. */
export function OwnLotRecall({
  lang,
  lot: { id, status },
}: {
  lang: Language
  lot: Pick<OwnLot, "id"> & { status: string }
}) {
  const t = recallTexts[lang]
  const at = `/producer/lots/${id}/recall`
  return status === "recalled" ? (
    <p class="notice warn">
      {t.lotIsRecalled} <a href={at}>{t.seeRecall}</a>
    </p>
  ) : (
    <p>
      <a href={at}>{t.toRecall}</a>
    </p>
  )
}
