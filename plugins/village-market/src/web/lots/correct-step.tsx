import { randomUUID } from "node:crypto"
import type { Language } from "../language"
import { lotChanges } from "../text/lot-changes"

type CorrectStepProps = { lang: Language; lotId: string; stepId: string }

/** Folded away beside a step: two buttons that say what was wrong with it. The right step is then noted as any other. */
export function CorrectStep({ lang, lotId, stepId }: CorrectStepProps) {
  const t = lotChanges[lang]
  return (
    <details>
      <summary>{t.correctStep}</summary>
      <form method="post" action={`/producer/lots/${lotId}/correct`}>
        <p>{t.correctLead}</p>
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="target" value="step" />
        <input type="hidden" name="step_id" value={stepId} />
        <p class="actions">
          <button class="button secondary" type="submit" name="reason" value="did_not_occur">
            {t.correctUndo}
          </button>
          <button class="button secondary" type="submit" name="reason" value="incorrect_data">
            {t.correctWrong}
          </button>
        </p>
      </form>
    </details>
  )
}
