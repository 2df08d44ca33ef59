import type { Language } from "../../../../web/language"
import type { PageContext } from "../../../../web/page"
import { products } from "../../../../web/text/products"
import { windows } from "../../../../web/text/windows"
import type { OwnListing } from "../../../../workflows/reads/own-listings"
import { Done } from "../parts"

type Props = { page: PageContext; own: OwnListing; query: Record<string, unknown>; here: string }

/** What has just been done, said once above the page, with the way back where there is one. */
export function Notices({ page, own, query, here }: Props) {
  const t = products[page.lang]
  const view = own.published ? (
    <p>
      <a href={`/market/products/${own.handle}`}>{t.view}</a>
    </p>
  ) : null
  if (query.done === "hidden" && own.listing.hidden) {
    return (
      <div class="notice" role="status">
        <p>{t.nowHidden}</p>
        <form method="post" action={`${here}/show`}>
          <button class="button" type="submit">
            {t.undo}
          </button>
        </form>
      </div>
    )
  }
  const said = sentence(page.lang, own, query)
  return (
    <>
      {said ? <Done>{said}</Done> : null}
      {view}
    </>
  )
}

function sentence(lang: Language, own: OwnListing, { posted, done }: Record<string, unknown>) {
  const t = products[lang]
  if (posted) return own.published ? t.posted : t.postedWaiting
  if (done === "copied") return own.listing.hidden ? t.copied : undefined
  return new Map<unknown, string>([
    ["saved", t.saved],
    ["shown", t.nowShown],
    ["added", t.photoAdded],
    ["removed", t.photoRemoved],
    ["moved", t.saved],
    ["certificate", t.certificateSent],
    ["window_ended", windows[lang].ended],
  ]).get(done)
}
