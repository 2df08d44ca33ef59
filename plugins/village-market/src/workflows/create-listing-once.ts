import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CATALOGUE } from "../modules/catalogue"
import { type CreateListingInput, createListingWorkflow } from "./create-listing"

export type PostingOutcome = { ok: true; listing_id: string; repeated: boolean } | { ok: false; why: "key_reused" }

/**
 * Posts a listing once per key of its producer, however often and in how many processes at once it is asked: later
 * calls get the first one's listing. The same key for other content is refused, as a value.
 */
export async function createListingOnce(
  container: MedusaContainer,
  input: CreateListingInput,
  key: string,
): Promise<PostingOutcome> {
  const { producer_id } = input
  const fingerprint = createHash("sha256").update(JSON.stringify(input)).digest("hex")
  const catalogue = container.resolve(CATALOGUE)
  const known = async (): Promise<PostingOutcome | undefined> => {
    const [posting] = await catalogue.listPostings({ producer_id, key })
    if (!posting) return undefined
    if (posting.fingerprint !== fingerprint) return { ok: false, why: "key_reused" }
    return { ok: true, listing_id: posting.listing_id, repeated: true }
  }
  return container.resolve(Modules.LOCKING).execute(
    `posting:${producer_id}:${key}`,
    async () => {
      const before = await known()
      if (before) return before
      const { result, errors } = await createListingWorkflow(container).run({
        input: { ...input, posting: { key, fingerprint } },
        throwOnError: false,
      })
      const [failure] = errors
      if (!failure) return { ok: true as const, listing_id: result.listing_id, repeated: false }
      // Where locks do not reach (another process), the unique index has decided, and somebody else was first.
      const winner = await known()
      if (winner) return winner
      throw failure.error
    },
    { timeout: 120 },
  )
}
