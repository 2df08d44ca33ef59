import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { bookingOf } from "../../../../modules/trade/booking"
import { readBody } from "../../../read-body"

const LONGEST = 366
const Day = z.iso.date()
const Asked = z.object({ from: Day.optional(), to: Day.optional() })

/** The asked days, both included; today's on Vietnam's clock by default. At most a year. */
export function statementDays(query: unknown): { from: string; to: string } {
  const asked = readBody(Asked, query)
  const to = asked.to ?? bookingOf(new Date()).day
  const from = asked.from ?? to
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days < 1 || days > LONGEST) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Give 1 to ${LONGEST} days, the first one first`)
  }
  return { from, to }
}
