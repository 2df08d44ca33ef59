import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALOGUE } from "../modules/catalogue"
import { discardDraft } from "../modules/catalogue/discard-draft"

const DAYS = 60

/** Products somebody began to post and left, and the traces of posted ones, are kept for two months. */
export default async function discardOldDrafts(container: MedusaContainer) {
  const before = new Date(Date.now() - DAYS * 24 * 3600 * 1000)
  const old = await container
    .resolve(CATALOGUE)
    .listListingDrafts({ updated_at: { $lt: before } }, { withDeleted: true, select: ["id"], take: 500 })
  for (const { id } of old) await discardDraft(container, id)
}

export const config = { name: "discard-old-drafts", schedule: "17 3 * * *" }
