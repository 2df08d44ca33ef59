import { z } from "@medusajs/framework/zod"
import { LIMITS } from "./listing-limits"

const text = (max: number, tooLong: string, missing = "notText") => z.string(missing).trim().max(max, tooLong)
const whole = (min: number, max: number, key: string) => z.int(key).min(min, key).max(max, key)

const isPastDate = (value: string) =>
  !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value) && Date.parse(value) <= Date.now()

/**
 * What a producer says of a product: price and stock in whole đồng and pieces, weight in grams, dates as ISO dates.
 * Each message is a key of `web/text/listing.ts`.
 */
export const ListingFields = z.object({
  title: text(LIMITS.title.max, "titleLong", "titleShort").min(LIMITS.title.min, "titleShort"),
  description: text(LIMITS.description.max, "descriptionLong").nullish(),
  category_id: z.string("categoryMissing").min(1, "categoryMissing"),
  material: text(LIMITS.material.max, "materialLong").nullish(),
  price: whole(LIMITS.price.min, LIMITS.price.max, "priceRange"),
  unit: text(LIMITS.unit.max, "unitLong", "unitMissing").min(1, "unitMissing"),
  stock: whole(0, LIMITS.stock.max, "stockRange"),
  weight_grams: whole(LIMITS.weight.min, LIMITS.weight.max, "weightRange"),
  ocop_stars: whole(LIMITS.ocop.min, LIMITS.ocop.max, "ocopStars").nullish(),
  ocop_decided_on: z
    .string("ocopDate")
    .regex(/^\d{4}-\d{2}-\d{2}$/, "ocopDate")
    .refine(isPastDate, "ocopDate")
    .nullish(),
})
export type ListingFields = z.infer<typeof ListingFields>
