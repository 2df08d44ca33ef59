import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../../modules/registry"
import { addressProblem } from "../../modules/traceability/lots/lot-address"
import type { Place } from "../../modules/traceability/lots/lot-event"
import { settingsOf } from "../../settings"
import { trace } from "../../web/text/trace"

/**
 * Where an approved producer works, and the shop's address, for a record that cannot be taken back. Refused while the
 * shop's address is not fit to be printed, and to producers whose shop is not open.
 */
export async function makerOfLots(
  container: MedusaContainer,
  producer_id: string,
): Promise<{ place: Place; publicUrl: string }> {
  const settings = settingsOf(container)
  const problem = addressProblem(settings)
  if (problem) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, trace.vi.addressProblems[problem])
  const registry = container.resolve(REGISTRY)
  const [producer] = await registry.listProducers({ id: producer_id })
  if (producer?.status !== "approved") throw new MedusaError(MedusaError.Types.NOT_ALLOWED, trace.vi.onlyApproved)
  const [commune] = producer.commune_code ? await registry.listCommunes({ code: producer.commune_code }) : []
  if (!commune) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, trace.vi.communeMissing)
  const [village] = producer.craft_village_id ? await registry.listCraftVillages({ id: producer.craft_village_id }) : []
  return {
    place: {
      village: village ? { id: village.id, name: village.name } : null,
      commune: { code: commune.code, full_name: commune.full_name },
    },
    publicUrl: settings.publicUrl,
  }
}
