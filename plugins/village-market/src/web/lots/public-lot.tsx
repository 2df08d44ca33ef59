import type { LotPage } from "../../modules/traceability/public-page/read-lot-page"
import { date } from "../format"
import { CommuneSketch, type Sketch } from "../map/commune-sketch"
import type { PageContext } from "../page"
import { Picture } from "../picture"
import { lotPage } from "../text/lot-page"
import { trace } from "../text/trace"
import { LotBanner } from "./lot-banner"
import { LotCertificates } from "./lot-certificates"
import { LotProof } from "./lot-proof"
import { LotTimeline } from "./lot-timeline"

export const placeName = ({ facts }: Pick<LotPage, "facts">) =>
  [facts.village, facts.commune].filter(Boolean).join(", ")

type PublicLotProps = {
  page: PageContext
  lot: LotPage
  serial?: string
  sketch?: Sketch
  today: string
  /** The QR as SVG, for paper. */
  qr: string
}

/** The page behind the QR: what to beware of, who, where, when, with which papers, and what can be checked. */
export function PublicLotView({ page, lot, serial, sketch, today, qr }: PublicLotProps) {
  const { lang, settings } = page
  const t = trace[lang]
  return (
    <article>
      <LotBanner page={page} lot={lot} today={today} />
      <h1>{lot.facts.title}</h1>
      <p>
        {t.code}: <strong class="lot-code">{lot.code}</strong>
        {serial ? (
          <>
            <br />
            {lotPage[lang].serial}: <strong class="lot-code">{serial}</strong>
          </>
        ) : null}
      </p>
      {lot.photo ? (
        <div class="lot-photo">
          <Picture photo={lot.photo} settings={settings} alt={lot.facts.title} />
        </div>
      ) : null}
      <Facts page={page} lot={lot} />
      {sketch ? <CommuneSketch lang={lang} sketch={sketch} place={lot.facts.commune} /> : null}
      <h2>{t.when}</h2>
      <LotTimeline page={page} events={lot.events} />
      {lot.inputs.length > 0 ? (
        <section aria-labelledby="inputs">
          <h2 id="inputs">{lotPage[lang].inputs}</h2>
          <ul>
            {lot.inputs.map(({ code, title }) => (
              <li>
                <a href={`/lot/${code}`}>{title}</a> <span class="lot-code">{code}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <LotCertificates lang={lang} lot={lot} today={today} />
      <LotProof page={page} lot={lot} />
      {lot.product && lot.status === "active" ? (
        <p class="no-print">
          <a class="button" href={`/market/products/${lot.product}`}>
            {t.buy}
          </a>
        </p>
      ) : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing */}
      <div class="lot-qr" dangerouslySetInnerHTML={{ __html: qr }} />
    </article>
  )
}

function Facts({ page: { lang }, lot: { producer, facts, village_id } }: { page: PageContext; lot: LotPage }) {
  const t = trace[lang]
  return (
    <dl class="lot-facts">
      <dt>{t.who}</dt>
      <dd>
        {producer?.handle ? (
          <a href={`/market/producers/${producer.handle}`}>{producer.name}</a>
        ) : (
          (producer?.name ?? t.whoGone)
        )}
      </dd>
      <dt>{t.where}</dt>
      <dd>
        {village_id ? <a href={`/market/villages/${village_id}`}>{facts.village}</a> : facts.village}
        {facts.village ? ", " : null}
        {facts.commune}
      </dd>
      <dt>{t.made}</dt>
      <dd>{date(lang, facts.made_on)}</dd>
      {facts.expires_on ? (
        <>
          <dt>{t.expires}</dt>
          <dd>{date(lang, facts.expires_on)}</dd>
        </>
      ) : null}
    </dl>
  )
}
