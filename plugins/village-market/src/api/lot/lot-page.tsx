import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { qrSvg } from "../../modules/gateway/vietqr/qr-svg"
import { lotUri } from "../../modules/traceability/lots/lot-address"
import { lotCodeFrom } from "../../modules/traceability/lots/lot-code"
import { dateInVietnam } from "../../modules/traceability/lots/lot-time"
import { readLotPage } from "../../modules/traceability/public-page/read-lot-page"
import { isScan } from "../../modules/traceability/scans/is-scan"
import { scansOf } from "../../modules/traceability/scans/scan-buffer"
import { inlineStyles } from "../../web/inline-styles"
import { Layout } from "../../web/layout"
import { PublicLotView, placeName } from "../../web/lots/public-lot"
import { UnknownLot, UnknownSerial } from "../../web/lots/unknown-lot"
import { communeSketch } from "../../web/map/commune-sketch"
import type { PageContext, PageResult } from "../../web/page"
import { lotPage as text } from "../../web/text/lot-page"
import { trace } from "../../web/text/trace"

/** What a lot's page needs stands in the page itself: on a field of bad reception a second round trip is a long one. */
const styleOfLots = () => inlineStyles("site.css", "lot.css")

/**
 * The page of a lot, or of one piece of it. Codes typed in small letters or with spaces lead to the same address; what
 * there is not answers 404 and helps. A look by a person from outside is counted, without anything of the person.
 */
export async function lotPage(req: MedusaRequest, page: PageContext, typedSerial?: string): Promise<PageResult> {
  const typed = String(req.params.code)
  const code = lotCodeFrom(typed)
  const serial = typedSerial?.trim().toUpperCase()
  const query = new URL(page.url, "http://host").search
  if (code && (code !== typed || serial !== typedSerial))
    return { redirect: `/lot/${code}${serial === undefined ? "" : `/${encodeURIComponent(serial)}`}${query}` }
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = code ? await readLotPage(pg, code, serial) : undefined
  const style = styleOfLots()
  if (!lot) return { status: 404, body: <UnknownLot page={page} typed={typed} style={style} /> }
  if (serial !== undefined && !lot.serial_known)
    return { status: 404, body: <UnknownSerial page={page} code={lot.code} serial={serial} style={style} /> }

  const today = dateInVietnam()
  if (isScan({ method: req.method, headers: req.headers, loggedIn: hasLogin(req) }))
    scansOf(req.scope).add({ lot_id: lot.id, serial: serial ?? "", day: today })
  const { lang, settings } = page
  const t = trace[lang]
  const uri = lot.printed_uri ?? lotUri(settings.publicUrl, lot.code)
  return (
    <Layout
      page={page}
      title={t.lotOf(lot.facts.title)}
      description={t.describe(lot.facts.title, placeName(lot))}
      indexed={serial === undefined && lot.status === "active"}
      style={style}
      scripts={["proof-check.js"]}
    >
      <PublicLotView
        page={page}
        lot={lot}
        serial={serial}
        sketch={lot.commune_code ? await communeSketch(pg, lot.commune_code) : undefined}
        today={today}
        qr={qrOf(uri, text[lang].qr(lot.code))}
      />
    </Layout>
  )
}

/** Whoever is logged in to sell or to look after sellers looks at the page for work. */
const hasLogin = ({ cookies }: MedusaRequest) => Boolean(cookies?.vm_producer || cookies?.vm_official)

const drawn = new Map<string, string>()
const MOST_DRAWN = 500

/** Drawing a QR takes about a millisecond; a lot that is looked at is looked at again. */
function qrOf(uri: string, title: string): string {
  const key = `${title} ${uri}`
  const svg = drawn.get(key) ?? qrSvg(uri, title)
  if (drawn.size >= MOST_DRAWN) drawn.delete(drawn.keys().next().value ?? "")
  drawn.set(key, svg)
  return svg
}
