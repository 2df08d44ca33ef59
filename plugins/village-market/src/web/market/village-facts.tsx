import type { VillageDetail } from "../../modules/catalogue/reads/read-villages"
import { number } from "../format"
import type { Language } from "../language"
import { market } from "../text/market"
import { CommuneLink } from "./place-links"
import { inVietnamese } from "./product-card"

type VillageProps = { lang: Language; village: VillageDetail }

/** What is known of a village, each fact with how sure we are of it. */
export function VillageFacts({ lang, village }: VillageProps) {
  const t = market[lang]
  const { commune, former } = village
  const before = [former.commune, former.district, former.province].filter(Boolean).join(", ")
  return (
    <dl class="facts">
      <dt>{t.craft}</dt>
      <dd lang={inVietnamese(lang)}>{village.craft}</dd>
      {commune ? (
        <>
          <dt>{t.commune}</dt>
          <dd>
            <CommuneLink lang={lang} commune={commune} />
          </dd>
        </>
      ) : null}
      {before ? (
        <>
          <dt>{t.former}</dt>
          <dd lang={inVietnamese(lang)}>{before}</dd>
        </>
      ) : null}
      <dt>{t.recognised}</dt>
      <dd>
        {village.recognised === "unverified" ? (
          t.notRecognised
        ) : (
          <span lang={inVietnamese(lang)}>{village.recognised}</span>
        )}
      </dd>
      <dt>{t.position}</dt>
      <dd>{t.positions[village.coordinate_source] ?? village.coordinate_source}</dd>
      <dt>{t.certainty}</dt>
      <dd>
        {Object.entries(village.certainty).map(([fact, level], place) => (
          <>
            {place > 0 ? "; " : ""}
            {t.certainties[fact] ?? fact}: {t.certain[level] ?? level}
          </>
        ))}
      </dd>
    </dl>
  )
}

export function VillageMakers({ lang, village }: VillageProps) {
  const t = market[lang]
  return (
    <>
      {village.makers.length === 0 ? (
        <p>{t.noMakers}</p>
      ) : (
        <ul class="cards">
          {village.makers.map((maker) => (
            <li class="card">
              <a href={`/market/producers/${maker.handle}`} lang={inVietnamese(lang)}>
                {maker.name}
              </a>
              <br />
              <small class="meta">
                {maker.makes ? <span lang={inVietnamese(lang)}>{maker.makes} · </span> : null}
                {t.villageProducts(number(lang, maker.products))}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/producer">{t.invite}</a>
      </p>
    </>
  )
}
