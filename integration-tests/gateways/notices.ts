import { setTimeout as pause } from "node:timers/promises"

/** How the gateway tells the shop: nothing said means once, at once, until it is heard. */
export type Delivery = {
  /** Never: only a question can find the payment out. */
  lost?: true
  /** Before the payer's browser is sent back. */
  first?: true
  delayMs?: number
  /** As often at the same time. */
  copies?: number
  /** Told with a wrong signature before it is told rightly. */
  forgedFirst?: true
  /** "Not finished yet" comes after the result, signed. */
  pendingAfter?: true
  /** The same once more, so much later. */
  replayMs?: number
}

/** VNPay calls ten times at most, five minutes apart; SePay seven times. */
export type RetryRule = { calls: number; pauseMs: number }

/** One call; true when the other side has heard it and need not be called again. */
export type Call = () => Promise<boolean>

/** Calls until it is heard, as often as the rule allows. Remembers what is under way, so that a run can wait for it. */
export class Notices {
  readonly #underWay = new Set<Promise<void>>()
  #stopped = false
  readonly #rule: RetryRule

  constructor(rule: RetryRule) {
    this.#rule = rule
  }

  /** Resolves once told (or given up). */
  async tell(call: Call, { copies = 1, delayMs = 0 }: Pick<Delivery, "copies" | "delayMs"> = {}): Promise<void> {
    const told = this.#tell(call, copies, delayMs)
    this.#underWay.add(told)
    await told.finally(() => this.#underWay.delete(told))
  }

  async #tell(call: Call, copies: number, delayMs: number): Promise<void> {
    await pause(delayMs)
    await Promise.all(Array.from({ length: copies }, () => this.#untilHeard(call)))
  }

  async #untilHeard(call: Call): Promise<void> {
    for (let number = 1; number <= this.#rule.calls && !this.#stopped; number++) {
      if (await call().catch(() => false)) return
      await pause(this.#rule.pauseMs)
    }
  }

  /** Until nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
  }

  /** Gives up what has not been heard. */
  stop(): void {
    this.#stopped = true
  }
}
