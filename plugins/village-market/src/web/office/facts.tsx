import type { Child } from "hono/jsx"
import type { Dossier } from "../../office/dossier"
import { readablePhone } from "../../sms/phone"
import { dateTime } from "../format"
import type { Language } from "../language"
import { office } from "../text/office"

/** Who registers, as a list of facts; phones are links, so that calling is one tap. */
export function ProducerFacts({ lang, dossier }: { lang: Language; dossier: Dossier }) {
  const t = office[lang]
  const { producer, commune, craft_village, tax_code, same_owner } = dossier
  return (
    <section class="card" aria-labelledby="who">
      <h2 id="who">{t.who}</h2>
      <dl class="office-facts">
        <Fact name={t.kindLabel}>{producer.kind ? t.kind[producer.kind] : t.unknown}</Fact>
        <Fact name={t.phone}>
          <Phone number={producer.phone} />
        </Fact>
        <Fact name={t.commune}>{commune?.full_name ?? t.unknown}</Fact>
        <Fact name={t.village}>{craft_village?.name ?? t.unknown}</Fact>
        <Fact name={t.makes}>{producer.makes ?? t.unknown}</Fact>
        <Fact name={t.originLabel}>{producer.origin ? t.origin[producer.origin] : t.unknown}</Fact>
        <Fact name={t.helper}>
          {producer.helper_name ?? t.noHelper} {producer.helper_phone ? <Phone number={producer.helper_phone} /> : null}
        </Fact>
        <Fact name={t.taxCode}>{tax_code.present ? t.taxCodeGiven(tax_code.last3 ?? "") : t.taxCodeMissing}</Fact>
        {same_owner.length > 0 ? (
          <Fact name={t.sameOwner}>
            {same_owner.map((shop, index) => (
              <>
                {index > 0 ? ", " : ""}
                <a href={`/office/producers/${shop.id}`}>{shop.name ?? t.unnamed}</a> ({t.status[shop.status]})
              </>
            ))}
          </Fact>
        ) : null}
        {producer.submitted_at ? <Fact name={t.submitted}>{dateTime(lang, producer.submitted_at)}</Fact> : null}
        {producer.approved_at ? <Fact name={t.approvedAt}>{dateTime(lang, producer.approved_at)}</Fact> : null}
        {producer.story ? <Fact name={t.story}>{producer.story}</Fact> : null}
      </dl>
      {producer.status === "approved" && producer.handle ? (
        <p>
          <a href={`/market/producers/${producer.handle}`}>{t.publicPage}</a>
        </p>
      ) : null}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const Phone = ({ number }: { number: string }) => (
  <a class="office-phone" href={`tel:${number}`}>
    {readablePhone(number)}
  </a>
)
