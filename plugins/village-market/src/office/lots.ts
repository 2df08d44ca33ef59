import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { LotOf } from "../seller/lot-profile"
import { producerInScope } from "./dossier"
import type { Scope } from "./find-producers"

/** A lot of a producer that the scope holds; any other is `NOT_FOUND`, whether it exists or not. */
export async function lotInArea(container: MedusaContainer, scope: Scope, id: string): Promise<LotOf> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [lot] = await pg<LotOf & { deleted_at: Date | null }>("lot")
    .where({ id, deleted_at: null })
    .select("id", "producer_id")
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  await producerInScope(container, scope, lot.producer_id)
  return lot
}
