import { z } from "@medusajs/framework/zod"

export const SORTS = ["newest", "price", "-price", "name"] as const
export const PAGE_SIZE = 24

/** An optional text of an address; "" (an untouched field of a form) counts as absent. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .trim()
    .optional()
    .transform((value) => value || undefined)

const count = (min: number, max: number) =>
  z.union([z.literal("").transform(() => undefined), z.coerce.number().int().min(min).max(max)]).optional()

/** What a list of products can be narrowed by, as it stands in an address. Prices are whole đồng. */
export const CatalogueFilters = z.object({
  q: text(100),
  village: text(100),
  commune: text(10),
  category: text(100),
  producer: text(200),
  ocop: count(3, 5),
  min_price: count(0, 1e12),
  max_price: count(0, 1e12),
  in_stock: z
    .enum(["1", "true", "0", "false", ""])
    .optional()
    .transform((value) => value === "1" || value === "true"),
  sort: z.union([z.literal("").transform(() => undefined), z.enum(SORTS)]).optional(),
})
export type CatalogueFilters = Partial<z.infer<typeof CatalogueFilters>>

export const CatalogueQuery = CatalogueFilters.extend({
  page: count(1, 10_000).transform((page) => page ?? 1),
})
export type CatalogueQuery = z.infer<typeof CatalogueQuery>

/** The keys of an address that narrow the list, in the order in which addresses are written. */
export const FILTER_KEYS = [
  "q",
  "category",
  "village",
  "commune",
  "producer",
  "ocop",
  "min_price",
  "max_price",
  "in_stock",
] as const
