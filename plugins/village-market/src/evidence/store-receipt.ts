import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { pictureQueue } from "../modules/catalogue/photos/queue"
import { TRADE } from "../modules/trade"
import { readEvidence } from "./evidence-file"
import type { StoreOutcome } from "./store-evidence"

const MOST_RECEIPTS = 5

/** Checks a photo of a receipt and stores it privately with the part it belongs to. */
export async function storeReceipt(
  container: MedusaContainer,
  bytes: Buffer,
  { part_id, sent_by }: { part_id: string; sent_by: string },
): Promise<StoreOutcome> {
  const trade = container.resolve(TRADE)
  if ((await trade.cashReceiptsOf([part_id])).length >= MOST_RECEIPTS) return { ok: false, why: "file_too_many" }
  const read = await pictureQueue.run(() => readEvidence(bytes))
  if (!read) return { ok: false, why: "file_busy" }
  if (!read.ok) return { ok: false, why: `file_${read.why}` }
  const { content, mime_type, extension } = read.file
  const stored = await container.resolve(Modules.FILE).createFiles({
    filename: `receipt-${randomUUID()}.${extension}`,
    mimeType: mime_type,
    content: content.toString("base64"),
    access: "private",
  })
  const id = generateEntityId(undefined, "rcpt")
  await trade.addCashReceipt({ id, producer_order_id: part_id, file_key: stored.id, mime_type, sent_by })
  return { ok: true, id }
}
