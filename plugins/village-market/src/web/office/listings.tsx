import type { Dossier } from "../../office/dossier"
import { date, money } from "../format"
import type { Language } from "../language"
import { office } from "../text/office"

type Shown = Dossier["listings"][number]

/** The goods a producer has prepared; stars it claims can be confirmed here after a look at the certificate. */
export function ListingList({ lang, dossier }: { lang: Language; dossier: Dossier }) {
  const t = office[lang]
  return (
    <section class="card" aria-labelledby="listings">
      <h2 id="listings">{t.listings}</h2>
      {dossier.listings.length === 0 ? <p>{t.noListings}</p> : null}
      <ul class="office-goods">
        {dossier.listings.map((listing) => (
          <li>
            {listing.thumbnail ? <img src={listing.thumbnail} alt="" width="96" height="96" loading="lazy" /> : null}
            <div>
              <p>
                <strong>{listing.title}</strong>
                {listing.hidden ? <span class="tag">{t.hiddenListing}</span> : null}
              </p>
              <p class="meta">
                {listing.price == null ? t.noPrice : `${money(lang, listing.price)} / ${listing.unit}`}
                {listing.material ? ` · ${listing.material}` : ""}
              </p>
              {listing.ocop_stars ? <Stars lang={lang} producerId={dossier.producer.id} listing={listing} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Stars({ lang, producerId, listing }: { lang: Language; producerId: string; listing: Shown }) {
  const t = office[lang]
  const address = `/office/producers/${producerId}/listings/${listing.id}/ocop`
  return (
    <>
      <p>
        {t.ocop(listing.ocop_stars ?? 0)} <span class="tag">{t.ocopStatus[listing.ocop_status]}</span>{" "}
        {listing.ocop_decided_on ? date(lang, listing.ocop_decided_on) : null}
      </p>
      {listing.ocop_status === "unverified" || listing.ocop_status === "verified" ? (
        <p>
          <a href={address}>{listing.ocop_status === "verified" ? t.ocopUnverify : t.ocopVerify}</a>
        </p>
      ) : null}
    </>
  )
}
