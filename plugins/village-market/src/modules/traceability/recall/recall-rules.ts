/** Why a lot is called back; the words for each stand in `web/text/recall-words.ts`. */
export const RECALL_REASONS = [
  "unsafe",
  "contaminated",
  "allergen",
  "mislabelled",
  "faulty",
  "origin",
  "authority",
  "other",
] as const
export type RecallReason = (typeof RECALL_REASONS)[number]

/** What whoever has the goods should do with them. */
export const RECALL_ADVICE = ["stop_and_call", "keep_for_pickup", "bring_back", "throw_away", "check_label"] as const
export type RecallAdvice = (typeof RECALL_ADVICE)[number]

export const RECALL_ACTORS = ["producer", "official", "operator"] as const
export type RecallActor = { kind: (typeof RECALL_ACTORS)[number]; id: string; name: string | null }

/**
 * Who may lift a recall: whoever has the rank of the one who started it, or a higher one. A household cannot undo what
 * an official ordered. Whether the lot is the actor's to see at all is asked before.
 */
export function mayLift(startedBy: Pick<RecallActor, "kind" | "id">, actor: Pick<RecallActor, "kind" | "id">): boolean {
  if (actor.kind === "producer") return startedBy.kind === "producer" && startedBy.id === actor.id
  return RECALL_ACTORS.indexOf(actor.kind) >= RECALL_ACTORS.indexOf(startedBy.kind)
}

/** After so many failures by e-mail the phone is tried: an address may be mistyped. */
export const EMAIL_TRIES = 3
/** A recall that could not be told in so many tries, an hour and a half, is one to tell by hand. */
export const MOST_TRIES = 8

export type Contact = { bought_at: "web" | "phone" | "stall"; email: string | null; phone: string | null }

/** How a buyer is reached; nothing where there is neither. A passer-by at a stall has left no address. */
export function channelTo({ bought_at, email, phone }: Contact, sendsEmail: boolean, tries = 0) {
  if (bought_at === "stall") return undefined
  if (email && sendsEmail && (tries < EMAIL_TRIES || !phone)) return "email" as const
  return phone ? ("sms" as const) : undefined
}

/** Seconds until the next try: half a minute, then twice as long each time, up to half an hour. */
export const waitBefore = (tries: number) => Math.min(1800, 30 * 2 ** tries)
