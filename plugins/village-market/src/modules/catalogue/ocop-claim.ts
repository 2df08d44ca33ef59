import type { OCOP_STATUSES } from "./models/listing"

export type Ocop = {
  ocop_stars: number | null
  ocop_decided_on: string | null
  ocop_status: (typeof OCOP_STATUSES)[number]
}

/**
 * Stars of "One Commune One Product" as a producer claims them: unverified until an official has seen the certificate.
 * A claim that differs from what was verified has to be looked at again; the same claim once more changes nothing.
 */
export function claimOcop(before: Ocop, claim: Pick<Ocop, "ocop_stars" | "ocop_decided_on">): Ocop {
  if (claim.ocop_stars === null) return { ocop_stars: null, ocop_decided_on: null, ocop_status: "none" }
  const same = claim.ocop_stars === before.ocop_stars && claim.ocop_decided_on === before.ocop_decided_on
  return { ...claim, ocop_status: same && before.ocop_status !== "none" ? before.ocop_status : "unverified" }
}
