import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../../modules/catalogue"
import { discardDraft } from "../../../modules/catalogue/discard-draft"
import { ListingFields } from "../../../modules/catalogue/listing-fields"
import type { Answers } from "../../../modules/catalogue/listing-form"

/** A form carries the id of the draft it will start, so that a double tap starts one. */
export const newDraftId = () => `lsd_${randomBytes(16).toString("hex")}`

const DRAFT_ID = /^lsd_[0-9a-f]{32}$/
const MOST_DRAFTS = 20

const notFound = () => new MedusaError(MedusaError.Types.NOT_FOUND, "Không có bản đăng dở này.")

export type Draft = { id: string; answers: Answers }

/** What was stored passed the screens' checks; a field that today's rules refuse is asked for again. */
const readAnswers = (stored: unknown): Answers => {
  const answers = typeof stored === "object" && stored !== null ? stored : {}
  const wrong =
    ListingFields.partial()
      .safeParse(answers)
      .error?.issues.map(({ path }) => path[0]) ?? []
  const kept = Object.entries(answers).filter(([field]) => !wrong.includes(field))
  return ListingFields.partial().parse(Object.fromEntries(kept))
}

export async function ownDrafts(container: MedusaContainer, producer_id: string): Promise<Draft[]> {
  const rows = await container.resolve(CATALOGUE).listListingDrafts({ producer_id }, { order: { updated_at: "DESC" } })
  return rows.map(({ id, answers }) => ({ id, answers: readAnswers(answers) }))
}

/** The producer's draft; posted already: where its listing is; anybody else's: not found. */
export async function findDraft(
  container: MedusaContainer,
  producer_id: string,
  id: string,
): Promise<{ draft: Draft } | { posted: string }> {
  const catalogue = container.resolve(CATALOGUE)
  const [posting] = await catalogue.listPostings({ producer_id, key: id })
  if (posting) return { posted: posting.listing_id }
  const [row] = await catalogue.listListingDrafts({ id, producer_id })
  if (!row) throw notFound()
  return { draft: { id: row.id, answers: readAnswers(row.answers) } }
}

/** Runs with the draft in the database, started if it is not there yet; one at a time for each draft. */
export function withNewDraft<T>(
  container: MedusaContainer,
  producer_id: string,
  id: unknown,
  job: (id: string) => Promise<T>,
) {
  if (typeof id !== "string" || !DRAFT_ID.test(id)) throw notFound()
  return container.resolve(Modules.LOCKING).execute(
    `draft:${id}`,
    async () => {
      const catalogue = container.resolve(CATALOGUE)
      const [taken] = await catalogue.listListingDrafts({ id }, { withDeleted: true })
      if (taken && (taken.producer_id !== producer_id || taken.deleted_at)) throw notFound()
      if (!taken) {
        const others = await catalogue.listListingDrafts({ producer_id }, { order: { updated_at: "DESC" } })
        for (const old of others.slice(MOST_DRAFTS - 1)) await discardDraft(container, old.id)
        await catalogue.createListingDrafts({ id, producer_id, answers: {} })
      }
      return job(id)
    },
    { timeout: 60 },
  )
}

export async function saveAnswers(container: MedusaContainer, draft: Draft, more: Answers) {
  const answers = { ...draft.answers, ...more }
  await container.resolve(CATALOGUE).updateListingDrafts({ id: draft.id, answers })
  return answers
}
