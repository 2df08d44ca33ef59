import { z } from "@medusajs/framework/zod"
import { RETURN_REASONS } from "../../../../../../modules/trade/rows"
import type { Wanted } from "../../../../../../modules/trade/take-back"
import { countField } from "../../../../../../web/orders/cancel-form"
import type { ReturnSent } from "../../../../../../web/orders/return-form"

export const CancelSent = z.object({
  reason: z.string().trim().min(3).max(200),
  /** Made with the form: sent twice, it cancels once. */
  once: z.string().regex(/^[0-9a-f]{32}$/),
})

/** Messages are keys of `buyerOrder.missing`. */
export const ReturnForm = z.object({
  line_id: z.string({ message: "line_id" }).min(1, "line_id").max(80, "line_id"),
  quantity: z
    .string({ message: "quantity" })
    .trim()
    .regex(/^\d{1,6}$/, "quantity")
    .transform(Number)
    .refine((n) => n > 0, "quantity"),
  reason: z.enum(RETURN_REASONS, { message: "reason" }),
  note: z.string().trim().max(500, "note").optional(),
})

/** What was typed, to be shown again. */
export function textsOf(body: unknown): ReturnSent {
  const text = z.string().max(2000).optional().catch(undefined)
  return z
    .object({ line_id: text, quantity: text, reason: text, note: text })
    .catch({})
    .parse(body ?? {})
}

/** The units named line by line; nothing where no line is named, which means the whole part. */
export function wantedOf(lines: { id: string }[], sent: unknown): Wanted[] | undefined {
  const fields = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(sent ?? {})
  const wanted = lines.flatMap(({ id }) => {
    const typed = fields[countField(id)]
    if (typed === undefined || typed === "" || typed === "0") return []
    // What is no number is asked for as far too many, and so refused.
    const quantity = typeof typed === "string" && /^\d{1,6}$/.test(typed) ? Number(typed) : Number.MAX_SAFE_INTEGER
    return quantity === 0 ? [] : [{ line_id: id, quantity }]
  })
  return wanted.length > 0 ? wanted : undefined
}
