import { randomUUID } from "node:crypto"
import type { DiaryLot, DiaryStep } from "../../modules/traceability/diary/read-diary"
import { extrasOf } from "../../modules/traceability/diary/step-extras"
import { date } from "../format"
import type { Language } from "../language"
import { stepName, stepTime } from "../lots/step-words"
import { diary } from "../text/diary"
import { trace } from "../text/trace"
import { AmountFields } from "./amount-fields"

type LotCardProps = { lang: Language; lot: DiaryLot; steps: DiaryStep[]; today: string }

/** A lot that is being worked on, and its latest steps to do again: one tap opens a step, a second one records it. */
export function LotCard({ lang, lot, steps, today }: LotCardProps) {
  const t = diary[lang]
  const [latest] = steps
  return (
    <li class="card">
      <h2>
        <a href={`/producer/diary/${lot.id}`} data-keep>
          {lot.title}
        </a>
      </h2>
      <p class="meta">
        <span class="lot-code">{lot.code}</span> · {trace[lang].made} {date(lang, lot.made_on)}
        {latest ? (
          <>
            {" "}
            · {t.lastTime}: {stepName(lang, latest.record)}, {stepTime(lang, latest.record)}
          </>
        ) : null}
      </p>
      {steps.length > 0 ? (
        <div class="diary-again">
          {steps.map((step) => (
            <Again lang={lang} lot={lot} step={step} today={today} />
          ))}
        </div>
      ) : null}
      <p>
        <a class="button diary-wide" href={`/producer/diary/${lot.id}`}>
          {t.other}
          <span class="visually-hidden">: {lot.title}</span>
        </a>
      </p>
    </li>
  )
}

function Again({ lang, lot, step, today }: { lang: Language; lot: DiaryLot; step: DiaryStep; today: string }) {
  const t = diary[lang]
  const name = stepName(lang, step.record)
  const { amount, unit, input } = extrasOf(step.event)
  return (
    <details>
      <summary>
        {name}
        <span class="visually-hidden">: {lot.title}</span>
      </summary>
      <form
        method="post"
        action={`/producer/diary/${lot.id}`}
        enctype="multipart/form-data"
        data-diary={lot.id}
        data-title={lot.title}
      >
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="back" value="diary" />
        <input type="hidden" name="happened_at" value={today} />
        <input type="hidden" name="step" value={step.step} data-word={name} />
        {input ? <input type="hidden" name="input" value={input} /> : null}
        <p class="hint">
          {t.todayOnly}
          {input ? ` ${input}.` : ""}
        </p>
        <AmountFields
          lang={lang}
          unit={lot.unit}
          values={{ amount: amount === undefined ? "" : String(amount).replace(".", ","), unit }}
          of={`-${step.id}`}
        />
        <button class="button" type="submit">
          {t.record(name)}
        </button>
      </form>
    </details>
  )
}
