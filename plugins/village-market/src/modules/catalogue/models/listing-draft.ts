import { model } from "@medusajs/framework/utils"

/**
 * A product being posted, screen by screen: `answers` are the checked answers so far. Its photos are rows of `photo`
 * whose `listing_id` is this id until the draft is posted; then the draft is gone and `posting` remembers its id.
 */
export const ListingDraft = model.define("listing_draft", {
  id: model.id({ prefix: "lsd" }).primaryKey(),
  producer_id: model.text().index(),
  answers: model.json(),
})
