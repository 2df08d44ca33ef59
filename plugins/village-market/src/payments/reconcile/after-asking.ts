/** What the gateway said this time, when asked about an attempt without a final answer. */
export type Heard = "final" | "pending" | "nothing" | "silent" | "other_amount"

/** Seconds; see the option `reconcile` of the plugin. */
export type AskLimits = {
  /** How long after the attempt was opened the gateway is asked for the first time. */
  askAfterSeconds: number
  /** How long after the attempt's expiry "nothing known" is believed. */
  graceSeconds: number
  /** How long after the expiry a gateway may stay silent before a person has to look. */
  silentSeconds: number
}

export type Asking = {
  /** Seconds since the attempt can no longer be paid at the gateway; negative while it can. */
  sinceExpiry: number
  /** How often the gateway has been asked, this time included. */
  asks: number
}

export type AfterAsking = {
  end?: "never_paid"
  task?: "gateway_silent" | "gateway_amount"
  /** Seconds until the gateway is asked again; undefined once there is nothing left to ask. */
  again?: number
}

const LONGEST_PAUSE = 6 * 3600

/** Twice as long each time, up to six hours: the first minute answers most of what a lost notice left open. */
export const pauseAfter = (asks: number) => Math.min(LONGEST_PAUSE, 60 * 2 ** Math.min(Math.max(asks - 1, 0), 10))

/**
 * What follows from the answer. Nobody stops asking before there is an end: paid and failed are taken down as the
 * notice would have been; "nothing known" ends an attempt only when it can no longer be paid; whatever contradicts our
 * books, or stays unanswered too long, becomes a task and is asked about again all the same.
 */
export function afterAsking(heard: Heard, { sinceExpiry, asks }: Asking, limits: AskLimits): AfterAsking {
  const again = pauseAfter(asks)
  switch (heard) {
    case "final":
      return {}
    case "other_amount":
      return { task: "gateway_amount", again: LONGEST_PAUSE }
    case "nothing":
      return sinceExpiry >= limits.graceSeconds ? { end: "never_paid" } : { again }
    case "pending":
    case "silent":
      return sinceExpiry >= limits.silentSeconds ? { task: "gateway_silent", again } : { again }
  }
}
