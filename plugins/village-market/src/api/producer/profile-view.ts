import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { REGISTRY } from "../../modules/registry"
import type { Evidence } from "../../modules/registry/models/evidence"
import type { Producer } from "../../modules/registry/models/producer"
import { openTaxCode } from "../../modules/registry/sealed-tax-code"
import { maskTaxCode } from "../../modules/registry/tax-code"
import { settingsOf } from "../../settings"

export type ProducerRow = InferTypeOf<typeof Producer>

/** A profile as its owner may see it: names beside codes, of the tax code the last three digits. */
export type ProfileView = {
  producer: ProducerRow
  commune: string | null
  village: string | null
  taxMasked: string | null
  evidence: InferTypeOf<typeof Evidence>[]
}

export async function viewProfile(container: MedusaContainer, producer: ProducerRow): Promise<ProfileView> {
  const registry = container.resolve(REGISTRY)
  const { commune_code, craft_village_id, id } = producer
  const [communes, villages, evidence] = await Promise.all([
    commune_code ? registry.listCommunes({ code: commune_code }, { take: 1 }) : [],
    craft_village_id ? registry.listCraftVillages({ id: craft_village_id }, { take: 1 }) : [],
    registry.listEvidences({ producer_id: id }, { take: 100, order: { created_at: "DESC" } }),
  ])
  return {
    producer,
    commune: communes[0]?.full_name ?? null,
    village: villages[0]?.name ?? null,
    taxMasked: taxMasked(container, producer),
    evidence,
  }
}

export const taxMasked = (container: MedusaContainer, { id, tax_code_cipher }: ProducerRow) =>
  tax_code_cipher ? maskTaxCode(openTaxCode(tax_code_cipher, id, settingsOf(container))) : null
