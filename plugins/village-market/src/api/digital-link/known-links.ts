import { buildDigitalLink } from "../../modules/traceability/digital-link/build-uri"
import { LINK_TYPES, type Link, type Linked, type LinkType } from "../../modules/traceability/digital-link/links"
import type { Identified } from "../../modules/traceability/digital-link/read-identified"
import { baseOf, lotUri } from "../../modules/traceability/lots/lot-address"
import { LANGUAGES } from "../../web/language"
import { resolver } from "../../web/text/resolver"

/** The Digital Link of what is known, on our own domain. */
export const digitalLinkOf = (publicUrl: string, { gtin = "", lot }: Identified): string | undefined =>
  buildDigitalLink(
    [
      { ai: "01", value: gtin },
      ...(lot ? [{ ai: "10", value: lot.code }] : []),
      ...(lot?.serial ? [{ ai: "21", value: lot.serial }] : []),
    ],
    { stem: publicUrl },
  )

/** Our own address of what is known. */
const ownAddressOf = (publicUrl: string, { lot }: Identified) =>
  lot && lotUri(publicUrl, lot.code) + (lot.serial ? `/${lot.serial}` : "")

/**
 * Where one can go on to, the finest level first; each page once per language. Undefined when nothing is open to the
 * public. How many lots a product has is nobody's business: a GTIN alone leads to none.
 */
export function knownLinks(publicUrl: string, known: Identified): Linked | undefined {
  const base = baseOf(publicUrl)
  const { lot, product, gtin } = known
  const own = ownAddressOf(publicUrl, known)
  const links: Link[] = []
  const inEachLanguage = (type: LinkType, page: string, title: (t: typeof resolver.vi) => string, hash = "") => {
    for (const lang of LANGUAGES) {
      const href = `${page}?lang=${lang}${hash}`
      links.push({ type, href, title: title(resolver[lang]), hreflang: [lang], media: "text/html" })
    }
  }
  if (lot && own) inEachLanguage(LINK_TYPES.traceability, own, (t) => t.traceability(lot.title, lot.code))
  if (product) {
    const page = `${base}/market/products/${product.handle}`
    inEachLanguage(LINK_TYPES.pip, page, (t) => t.pip(product.title))
    if (product.certified) inEachLanguage(LINK_TYPES.certificationInfo, page, (t) => t.certificationInfo(product.title))
  }
  if (lot) {
    const thing = encodeURIComponent(lotUri(publicUrl, lot.code))
    const href = `${base}/epcis/v2/events?MATCH_anyEPCClass=${thing}`
    links.push({ type: LINK_TYPES.epcis, href, title: "EPCIS 2.0 (login)", media: "application/json" })
  }
  const anchor = gtin ? digitalLinkOf(publicUrl, known) : own
  const [first, ...others] = links
  const description = lot?.title ?? product?.title
  return first && anchor && description ? { anchor, description, links: [first, ...others] } : undefined
}
