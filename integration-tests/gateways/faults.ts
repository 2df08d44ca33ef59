/** How an answer is spoilt. `late` comes after the shop has stopped waiting. */
export type Spoilt = "slow" | "late" | "cut" | "500" | "signature" | "94" | "98" | "99"

/**
 * A fault of the query and refund interface: whether the work was done all the same, at once or a while later, and how
 * the answer is spoilt. `bank`: the bank sends the refund back. `processing`: it is accepted first, done later.
 */
export type Fault = {
  answer?: Spoilt
  work?: "done" | "not_done" | "done_later" | "bank" | "processing"
}

/** Faults on command, by payment and command: the first in the list is the next answer's. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>()
  /** What to do where nothing has been commanded. */
  otherwise: (ref: string, command: string) => Fault | undefined = () => undefined

  command(ref: string, command: string, ...faults: Fault[]): void {
    const key = `${command}:${ref}`
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), ...faults])
  }

  next(ref: string, command: string): Fault {
    return this.#waiting.get(`${command}:${ref}`)?.shift() ?? this.otherwise(ref, command) ?? {}
  }
}
