/**
 * What the stand-in is told to do wrong. `slow` answers late but in time; `late` works and answers when nobody waits
 * any more; `cut` works and hangs up; `cut_before` does nothing; `500` does nothing and, as Stripe does, keeps that
 * answer for the key; `pending` takes a refund that is not carried out yet. Of an event: `lost`, `late`, `twice`.
 */
export const FAULTS = ["slow", "late", "cut", "cut_before", "500", "pending", "lost", "twice"] as const
export type Fault = (typeof FAULTS)[number]

export const COMMANDS = ["create", "retrieve", "expire", "refund", "list", "event"] as const
export type Command = (typeof COMMANDS)[number]

/** For a call whose reference nobody knows yet. */
const ANY = "next"

const planned = new Map<string, Fault[]>()

/** The next `times` calls of this kind about this payment (or any, under `next`) go wrong in this way. */
export function plan(ref: string, command: Command, fault: Fault, times: number): void {
  planned.set(`${command}:${ref}`, Array<Fault>(times).fill(fault))
}

/** The fault of this call, if one is planned. */
export const nextFault = (ref: string, command: Command): Fault | undefined =>
  planned.get(`${command}:${ref}`)?.shift() ?? planned.get(`${command}:${ANY}`)?.shift()
