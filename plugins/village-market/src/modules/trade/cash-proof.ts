import { z } from "@medusajs/framework/zod"

/** Keyed in wrongly so often, a code proves nothing any more: four digits could be guessed. */
export const CODE_TRIES = 5

const words = (least: number) => z.string().trim().min(least).max(300)

/** What shows that cash was paid; at least one kind, or why there is none. */
export const CashProof = z.discriminatedUnion("kind", [
  /** The four digits only the buyer has, told once the money is paid. */
  z.object({ kind: z.literal("code"), code: z.string().regex(/^\d{4}$/) }).strict(),
  /** A photo sent before: a signed receipt, a carrier's remittance note. */
  z.object({ kind: z.literal("receipt"), receipt_id: z.string() }).strict(),
  /** The carrier's own reference of the money it brought. */
  z.object({ kind: z.literal("reference"), reference: words(3) }).strict(),
  z.object({ kind: z.literal("none"), reason: words(3) }).strict(),
])
export type CashProof = z.infer<typeof CashProof>
export const CASH_PROOFS = ["code", "receipt", "reference", "none"] as const

/** Cash as whoever took it tells of it: whole đồng, all that was due where no amount is named. */
export const StatedCash = z
  .object({
    amount: z.number().int().min(1).max(1_000_000_000_000).optional(),
    /** Why it is not what was due. */
    difference: words(3).optional(),
    proof: CashProof,
  })
  .strict()
export type StatedCash = z.infer<typeof StatedCash>

export type JudgedCash = { kind: "exact" } | { kind: "differs"; given: number } | { kind: "difference_missing" }

/** Only the exact amount closes a debt; anything else needs its reason and stays open for a person to look at. */
export function judgeCash(due: number, { amount = due, difference }: StatedCash): JudgedCash {
  if (amount === due) return { kind: "exact" }
  return difference ? { kind: "differs", given: amount } : { kind: "difference_missing" }
}

/** Whether the keyed-in digits are the buyer's. A code that was guessed at too often is worth nothing, right or not. */
export function judgeCode(
  known: { code: string; wrong: number },
  typed: string,
): "right" | "code_wrong" | "code_blocked" {
  if (known.wrong >= CODE_TRIES) return "code_blocked"
  return known.code === typed ? "right" : "code_wrong"
}
