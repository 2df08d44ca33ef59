/**
 * What the stand-in is told to do wrong. `slow` answers late but in time; `late` works and answers when nobody waits
 * any more; `cut` works and hangs up; `cut_before` and `500` do nothing; `signature` works and signs wrongly;
 * `lost` sends no notice of a payment; `processing` accepts and pays later; `bank` accepts and is refused by the bank; `code:NN` does nothing and answers NN.
 */
export const FAULTS = ["slow", "late", "cut", "cut_before", "500", "signature", "processing", "bank", "lost"] as const
export type Fault = (typeof FAULTS)[number] | `code:${number}`

const planned = new Map<string, Fault[]>()
const key = (ref: string, command: string) => `${command}:${ref}`

/** The next `times` answers about this payment go wrong in this way. */
export function plan(ref: string, command: string, fault: Fault, times: number): void {
  planned.set(key(ref, command), Array<Fault>(times).fill(fault))
}

/** The fault of this answer, if one is planned. */
export const nextFault = (ref: string, command: string): Fault | undefined => planned.get(key(ref, command))?.shift()
