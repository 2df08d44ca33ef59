/**
 * Runs at most `running` jobs at once and lets at most `waiting` more wait; a job beyond that is turned away at once
 * (`undefined`). Encoding AVIF takes a core and a hundred megabytes: the rest of the shop must go on meanwhile.
 */
export class BoundedQueue {
  private active = 0
  private readonly line: (() => void)[] = []

  constructor(private readonly limits: { running: number; waiting: number }) {}

  async run<T>(job: () => Promise<T>): Promise<T | undefined> {
    if (this.active >= this.limits.running) {
      if (this.line.length >= this.limits.waiting) return undefined
      // Whoever finishes hands its place over, so `active` stays as it is.
      await new Promise<void>((admit) => this.line.push(admit))
    } else {
      this.active++
    }
    try {
      return await job()
    } finally {
      const next = this.line.shift()
      if (next) next()
      else this.active--
    }
  }
}

/** The one line in which all pictures of the shop wait, photos of goods and of papers alike: two at a time bound the memory. */
export const pictureQueue = new BoundedQueue({ running: 2, waiting: 16 })
