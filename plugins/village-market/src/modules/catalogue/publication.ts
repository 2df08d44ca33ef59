import type { ProducerStatus } from "../registry/producer-status"

/** Buyers see a product only while its producer is approved and has not hidden it; Medusa's status follows from that alone. */
export const publicationStatus = (producer: ProducerStatus, hidden: boolean) =>
  producer === "approved" && !hidden ? ("published" as const) : ("draft" as const)
