import type { StoredCheckpoint } from "../../modules/traceability/log/checkpoints"
import { dateTime } from "../format"
import type { Language } from "../language"
import { traceLog } from "../text/trace-log"
import { checkScript } from "./check-script"

export type LogPageProps = {
  lang: Language
  publicUrl: string
  vkey: string | undefined
  checkpoint: StoredCheckpoint | undefined
  /** Names of those who cosigned it. */
  witnesses: string[]
}

/** What the log shows and what it does not, where it stands, and how to check it without our code. */
export function LogPage({ lang, publicUrl, ...now }: LogPageProps) {
  const t = traceLog[lang]
  return (
    <article>
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <h2>{t.showsTitle}</h2>
      <p>{t.shows}</p>
      <h2>{t.notTitle}</h2>
      <ul>
        {t.not.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{t.nowTitle}</h2>
      <Now lang={lang} {...now} />
      <h2>{t.stepsTitle}</h2>
      <p>{t.stepsLead}</p>
      <ol>
        {t.steps.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      <pre class="log-script" tabindex={0}>
        <code>{checkScript(publicUrl)}</code>
      </pre>
      <h2>{t.formatsTitle}</h2>
      <p>{t.formats}</p>
      <ul>
        {["/trace-log/checkpoint", "/trace-log/vkey"].map((path) => (
          <li>
            <a href={path}>{path}</a>
          </li>
        ))}
        {["/trace-log/tile/<L>/<N>[.p/<W>]", "/trace-log/tile/entries/<N>[.p/<W>]", "/trace-log/proof/{lot}"].map(
          (path) => (
            <li>
              <code>{path}</code>
            </li>
          ),
        )}
        {["/trace-log/proof/{index}.tlog-proof", "/trace-log/consistency/{size1}/{size2}"].map((path) => (
          <li>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </article>
  )
}

function Now({ lang, vkey, checkpoint, witnesses }: Omit<LogPageProps, "publicUrl">) {
  const t = traceLog[lang]
  if (!vkey || !checkpoint) return <p class="notice warn">{t.unsigned}</p>
  return (
    <>
      <dl class="lot-facts">
        <dt>{t.lines}</dt>
        <dd>{`${checkpoint.size}`}</dd>
        <dt>{t.signedAt}</dt>
        <dd>{dateTime(lang, checkpoint.created_at)}</dd>
        <dt>{t.root}</dt>
        <dd>
          <code class="long">{checkpoint.root.toString("base64")}</code>
        </dd>
        <dt>{t.key}</dt>
        <dd>
          <code class="long">{vkey}</code>
        </dd>
        <dt>{t.witnesses}</dt>
        <dd>{witnesses.length > 0 ? witnesses.join(", ") : t.noWitness}</dd>
      </dl>
      <p>{t.witnessWhat}</p>
      <p>
        {t.keep}{" "}
        <a href="/trace-log/checkpoint" download="trace-log-checkpoint.txt">
          {t.saveCheckpoint}
        </a>
      </p>
    </>
  )
}
