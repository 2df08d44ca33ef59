import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { dateInVietnam } from "../modules/traceability/lots/lot-time"
import { checklist } from "../modules/traceability/profile/checklist"
import { epcisDocument, readLotDocumentEvents } from "../modules/traceability/profile/epcis-document"
import { portalRows } from "../modules/traceability/profile/portal-file"
import { readProfile, readTraceRules } from "../modules/traceability/profile/read-profile"
import { settingsOf } from "../settings"
import { csv } from "../web/csv"
import type { PageFile } from "../web/page"

/** A lot and the producer it must be of: whoever asks has shown before that this producer concerns it. */
export type LotOf = { id: string; producer_id: string }

/** What the law asks of a lot today and what is there. Another's lot is `NOT_FOUND`. */
export async function readChecklist(container: MedusaContainer, lot: LotOf) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [profile, rules] = await Promise.all([readProfile(pg, lot, settingsOf(container)), readTraceRules(pg)])
  if (!profile) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const today = dateInVietnam()
  return { profile, today, items: checklist(profile.lot, rules, today) }
}

/** The ten fields as a table for whoever hands them in at a portal. */
export async function portalFile(container: MedusaContainer, lot: LotOf): Promise<PageFile> {
  const { profile } = await readChecklist(container, lot)
  const warning = settingsOf(container).demo ? [["DỮ LIỆU THỬ NGHIỆM"]] : []
  const content = Buffer.from(csv([...warning, ...portalRows(profile.lot)]))
  return { name: `truy-xuat-${profile.lot.code}.csv`, type: "text/csv; charset=utf-8", content, saved: true }
}

/** All events of the lot as one EPCIS 2.0 document. */
export async function epcisFile(container: MedusaContainer, lot: LotOf): Promise<PageFile> {
  const { profile } = await readChecklist(container, lot)
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const events = await readLotDocumentEvents(pg, profile)
  const document = epcisDocument(settingsOf(container).publicUrl, events, new Date())
  const content = Buffer.from(JSON.stringify(document, null, 1))
  return { name: `epcis-${profile.lot.code}.json`, type: "application/json", content, saved: true }
}
