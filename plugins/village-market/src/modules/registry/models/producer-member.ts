import { model } from "@medusajs/framework/utils"

/** A login of a producer: one phone belongs to one producer. Its id is the `actor_id` of the actor type `producer`. */
export const ProducerMember = model.define("producer_member", {
  id: model.id({ prefix: "pmem" }).primaryKey(),
  producer_id: model.text().index(),
  phone: model.text().unique(), // E.164
})
