import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { Taking } from "./sale-window"

type Why = "not_open" | "closed" | "full"

const SENTENCES: Record<Why, (left: number) => string> = {
  not_open: () => "A product of this basket is sold ahead and not on sale yet.",
  closed: () => "A product of this basket was sold ahead and is closed for orders.",
  full: (left) => `A product of this basket is sold ahead and has only ${left} places left.`,
}

/** The refusal of somebody who comes too early, too late, or for more than is left of a window. */
export function refusedAhead(taking: Exclude<Taking, { ok: true }>): MedusaError {
  const left = taking.why === "full" ? taking.left : 0
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, SENTENCES[taking.why](left))
}

export type Refusal =
  | { why: "stock" | "busy" | "ahead_not_open" | "ahead_closed" }
  | { why: "ahead_full"; left: number }

const STOCK = /not enough stock|required inventory/i
/** Medusa waits five seconds for its lock on the stock of a product; PostgreSQL ends one of two that wait for each other. */
const BUSY = /timed-out acquiring lock|deadlock detected|too many buyers at once/i

/**
 * Why a basket was refused, if it was for want of goods. Read from the sentence: an error that went through the
 * workflow engine, or came from the database, has kept nothing else.
 */
export function refusalIn(message: string): Refusal | undefined {
  if (message.includes(SENTENCES.not_open(0))) return { why: "ahead_not_open" }
  if (message.includes(SENTENCES.closed(0))) return { why: "ahead_closed" }
  const left = /sold ahead and has only (\d+) places left/.exec(message)?.[1]
  if (left !== undefined) return { why: "ahead_full", left: Number(left) }
  if (STOCK.test(message)) return { why: "stock" }
  return BUSY.test(message) ? { why: "busy" } : undefined
}

const Thrown = z.looseObject({ message: z.string(), type: z.string().optional(), code: z.string().optional() })

/**
 * The refusal as one Medusa answers with 400, or 409 where trying again helps; any other error as it is. What comes out of the workflow engine is a
 * plain object with the error's message and type, which no `instanceof` knows.
 */
export function asRefusal(error: unknown): unknown {
  const thrown = Thrown.safeParse(error)
  if (!thrown.success) return error
  const { message, type, code } = thrown.data
  const refusal = refusalIn(message)
  if (refusal?.why === "stock") {
    return new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A product of this basket does not have the required inventory.",
      MedusaError.Codes.INSUFFICIENT_INVENTORY,
    )
  }
  if (refusal?.why === "busy") {
    return new MedusaError(
      MedusaError.Types.CONFLICT,
      "Too many buyers at once. Nothing was ordered; please try again.",
    )
  }
  if (refusal?.why === "ahead_full") return refusedAhead({ ok: false, why: "full", left: refusal.left })
  if (refusal) return refusedAhead({ ok: false, why: refusal.why === "ahead_closed" ? "closed" : "not_open" })
  return !(error instanceof Error) && type ? new MedusaError(type, message, code) : error
}
