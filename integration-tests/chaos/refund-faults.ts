import type { Fault, Spoilt } from "../gateways/faults"
import type { Random } from "../gateways/random"

const SPOILT: [Spoilt, ...Spoilt[]] = ["slow", "late", "cut", "500", "signature", "94", "98", "99"]
const WORK: [Fault["work"], ...Fault["work"][]] = ["done", "not_done", "done_later"]

/** What goes wrong with the next refund or query, drawn anew each time; most of a bank's refusals are rare. */
export function anyFault(chance: Random, command: string): Fault | undefined {
  if (command === "querydr") return chance.chance(0.3) ? { answer: chance.pick(SPOILT) } : undefined
  if (chance.chance(0.4)) return undefined
  if (chance.chance(0.05)) return { work: "bank" }
  if (chance.chance(0.15)) return { work: "processing" }
  return { answer: chance.pick(SPOILT), work: chance.pick(WORK) }
}
