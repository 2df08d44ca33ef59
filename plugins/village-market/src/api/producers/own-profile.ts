import type { MedusaContainer } from "@medusajs/framework/types"
import { missingFields } from "../../modules/registry/profile"
import { type ProducerRow, viewProfile } from "../producer/profile-view"

/** A producer's own profile as JSON: no cipher, no holding key, of the tax code the last three digits. */
export async function ownProfile(container: MedusaContainer, producer: ProducerRow) {
  const { commune, village, taxMasked } = await viewProfile(container, producer)
  const { id, name, handle, kind, status, status_reason, phone, makes, story, origin, helper_name, helper_phone } =
    producer
  return {
    id,
    name,
    handle,
    kind,
    status,
    status_reason,
    phone,
    commune: producer.commune_code ? { code: producer.commune_code, full_name: commune } : null,
    craft_village: producer.craft_village_id ? { id: producer.craft_village_id, name: village } : null,
    makes,
    story,
    origin,
    tax_code: taxMasked,
    helper_name,
    helper_phone,
    is_demo: producer.is_demo,
    submitted_at: producer.submitted_at,
    approved_at: producer.approved_at,
    missing: missingFields(producer),
  }
}
