/**
 * Uploads wait in memory until sharp has looked at them; this is how much of it they may take together, in bytes.
 * Whoever would go beyond is asked to try again, and the shop goes on.
 */
export class UploadBudget {
  private taken = 0

  constructor(private readonly bytes: number) {}

  /** Takes a share and returns how to give it back (once), or nothing when there is no room. */
  take(bytes: number): (() => void) | undefined {
    if (this.taken + bytes > this.bytes) return undefined
    this.taken += bytes
    let held = true
    return () => {
      if (held) this.taken -= bytes
      held = false
    }
  }
}
