import type { InferTypeOf } from "@medusajs/framework/types"
import type { Producer } from "./models/producer"

type ProducerRow = InferTypeOf<typeof Producer>

/** What an official needs to decide on a registration. */
const REQUIRED = ["name", "kind", "commune_code", "makes", "origin"] as const
export type RequiredField = (typeof REQUIRED)[number]

export const missingFields = (producer: Pick<ProducerRow, RequiredField>): RequiredField[] =>
  REQUIRED.filter((field) => !producer[field])

/** What a producer is known by; once a file has been handed in, every change of these goes into the audit trail. */
const IDENTITY = ["name", "kind", "commune_code", "holding_key"] as const

/** Old and new values of what changed in the identity; of a tax code only that it changed. */
export function identityChanges(before: ProducerRow, changes: Partial<ProducerRow>) {
  const changed = IDENTITY.filter((field) => changes[field] !== undefined && changes[field] !== before[field])
  return Object.fromEntries(
    changed.map((field) =>
      field === "holding_key"
        ? ["tax_code", { changed: true }]
        : [field, { from: before[field] ?? null, to: changes[field] ?? null }],
    ),
  )
}
