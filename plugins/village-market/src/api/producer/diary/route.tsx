import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listDiary } from "../../../modules/traceability/diary/read-diary"
import { readVocabulary } from "../../../modules/traceability/diary/read-vocabulary"
import { dateInVietnam } from "../../../modules/traceability/lots/lot-time"
import { LotCard } from "../../../web/diary/lot-card"
import { DIARY_SCRIPTS, DIARY_STYLES, QueueBox } from "../../../web/diary/queue-box"
import { SavedNotice } from "../../../web/diary/saved-notice"
import { Layout } from "../../../web/layout"
import { page } from "../../../web/page"
import { diary } from "../../../web/text/diary"
import type { ProducerRequest } from "../../actors"
import { readSaved } from "./read-saved"

/** So many steps of a lot are offered to be done again. */
const AGAIN = 3

/** The lots that are being worked on; nothing here needs script or signal. The header tells the phone whose page it keeps. */
export const GET = page<ProducerRequest>(async (req, page, res) => {
  const { lang } = page
  const t = diary[lang]
  const { id, status } = req.producer
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.setHeader("x-household", id)
  const [{ lots, count }, words] = await Promise.all([listDiary(pg, id), readVocabulary(pg)])
  const offered = new Set(words.flatMap((word) => (word.hidden ? [] : word.id)))
  const today = dateInVietnam()
  const written = lots.some(({ steps }) => steps.length > 0)
  return (
    <Layout page={page} title={t.title} scripts={DIARY_SCRIPTS} styles={DIARY_STYLES}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <p>{lots.length === 0 ? t.none : written ? t.again : t.hint}</p>
        <SavedNotice lang={lang} saved={await readSaved(req)} />
        <QueueBox lang={lang} household={id} />
        {status === "approved" ? null : <p class="notice warn">{t.notOpen}</p>}
        <div id="diary-fresh">
          <ul class="diary-lots">
            {lots.map((lot) => (
              <LotCard
                lang={lang}
                lot={lot}
                today={today}
                steps={lot.steps.filter(({ step }) => offered.has(step)).slice(0, AGAIN)}
              />
            ))}
          </ul>
        </div>
        {count > lots.length ? <p>{t.more(count - lots.length)}</p> : null}
        <p class="actions">
          <a class="button secondary" href="/producer/lots/new">
            {t.start}
          </a>
          <a href="/producer/lots">{t.allLots}</a>
        </p>
        <p class="hint">{t.startOnline}</p>
      </div>
    </Layout>
  )
})
