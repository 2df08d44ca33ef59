import { type TypingMistake, typingMistakes } from "../../modules/traceability/public-page/typing-mistake"
import type { Language } from "../language"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { lotPage } from "../text/lot-page"
import { trace } from "../text/trace"
import { LookupForm } from "./lookup-form"

/** There is no such lot: what may be wrong with the code, then another try. */
export function UnknownLot({ page, typed, style }: { page: PageContext; typed: string; style: string }) {
  const t = trace[page.lang]
  const mistakes = typingMistakes(typed.slice(0, 40))
  return (
    <Layout page={page} title={t.unknownTitle} style={style}>
      <h1>{t.unknownTitle}</h1>
      <p>{t.unknownText(typed.slice(0, 60))}</p>
      {mistakes.length > 0 ? (
        <div class="notice warn">
          {mistakes.map((mistake) => (
            <p>{inWords(page.lang, mistake)}</p>
          ))}
        </div>
      ) : null}
      <ul>
        {t.unknownHelp.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <LookupForm lang={page.lang} value={typed.slice(0, 40)} />
    </Layout>
  )
}

function inWords(lang: Language, mistake: TypingMistake) {
  const t = lotPage[lang].typo
  if (mistake.kind === "length") return t.length(mistake.count)
  return mistake.kind === "other" ? t.other(mistake.signs) : t[mistake.kind]
}

type UnknownSerialProps = { page: PageContext; code: string; serial: string; style: string }

/** The lot exists, the piece does not: a copied or misprinted label, or a slip of the finger. */
export function UnknownSerial({ page, code, serial, style }: UnknownSerialProps) {
  const t = lotPage[page.lang]
  return (
    <Layout page={page} title={t.serialUnknownTitle} style={style}>
      <h1>{t.serialUnknownTitle}</h1>
      <p>{t.serialUnknown(serial.slice(0, 40), code)}</p>
      <ul>
        {t.serialUnknownHelp.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a class="button" href={`/lot/${code}`}>
          {t.toLot(code)}
        </a>
      </p>
    </Layout>
  )
}
