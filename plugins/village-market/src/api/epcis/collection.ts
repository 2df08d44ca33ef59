import { MedusaError } from "@medusajs/framework/utils"
import { COLLECTIONS, type Collection } from "../../modules/traceability/repository/read-collection"
import type { EpcisRequest } from "./front"

/** The list that the path names; the door lets no other through. */
export function collectionAt(req: EpcisRequest): Collection {
  const found = (Object.keys(COLLECTIONS) as Collection[]).find((name) => name === req.params.collection)
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such list")
  return found
}

/** A list in the form of the REST binding. */
export const collectionOf = (member: string[]) => ({
  "@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
  type: "Collection",
  member,
})
