import { z } from "@medusajs/framework/zod"
import { HEARD_OF, type ProducerOrderStatus } from "../modules/trade/producer-order-status"
import type { PartFilter } from "../modules/trade/read-parts"
import { GROUP_NAMES, ORDER_GROUPS, type OrderGroup } from "./order-groups"

const isGroup = (word: string): word is OrderGroup => (GROUP_NAMES as string[]).includes(word)
const isStatus = (word: string): word is ProducerOrderStatus => (HEARD_OF as readonly string[]).includes(word)

/** States and groups of states, separated by commas: "new,packed". */
const States = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .refine((words) => words.every((word) => isGroup(word) || isStatus(word)), "unknown state")
  .transform((words) => words.flatMap((word) => (isGroup(word) ? ORDER_GROUPS[word] : isStatus(word) ? [word] : [])))

/** An ISO day; a form that was sent empty asks for none. */
const Day = z
  .string()
  .trim()
  .refine((text) => text === "" || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))), "no day")

export const OwnOrderSearch = z.object({
  status: States.optional(),
  q: z.string().trim().max(100).optional(),
  /** Days in Vietnam on which the order came, both inclusive. */
  from: Day.optional(),
  to: Day.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type OwnOrderSearch = z.infer<typeof OwnOrderSearch>

/** What is asked for, without what was left empty. */
export const filterOf = ({
  status,
  q,
  from,
  to,
  limit,
  offset,
}: OwnOrderSearch): PartFilter & { limit: number; offset: number } => ({
  ...(status && status.length > 0 ? { status } : {}),
  // People write the number as they see it: "Đơn 12-1", "#12-1".
  ...(q ? { q: q.replace(/^(đơn|order|#)\s*/iu, "") } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  limit,
  offset,
})
