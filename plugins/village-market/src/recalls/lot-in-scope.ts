import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"
import type { Official } from "../modules/registry/models/official"
import { communesOf } from "../modules/registry/official-area"
import { listRecalls, type Recall, type RecallScope } from "../modules/traceability/recall/read-recalls"

export type ScopedLot = { id: string; code: string; title: string; producer_id: string; status: string }

/** The lot of this id or code, if the scope holds it; else not found, whether it exists or not. */
export async function lotInScope(pg: Knex, scope: RecallScope, idOrCode: string): Promise<ScopedLot> {
  const code = idOrCode.trim().toUpperCase().replace(/\s/g, "")
  const query = pg("lot")
    .leftJoin("producer", "producer.id", "lot.producer_id")
    .whereNull("lot.deleted_at")
    .where((any) => any.where("lot.id", idOrCode).orWhere("lot.code", code))
  if (scope !== "everywhere") {
    if ("producer_id" in scope) query.where("lot.producer_id", scope.producer_id)
    else query.whereIn("producer.commune_code", scope.communes)
  }
  const lot: ScopedLot | undefined = await query.first(
    "lot.id",
    "lot.code",
    "lot.title",
    "lot.producer_id",
    "lot.status",
  )
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  return lot
}

/** A recall of a lot in the scope; else not found. */
export async function recallInScope(pg: Knex, scope: RecallScope, id: string): Promise<Recall> {
  const { recalls } = await listRecalls(pg, scope, { id })
  const [recall] = recalls
  if (!recall) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lần thu hồi này")
  return recall
}

/** The communes an official looks after, as a scope of recalls. */
export async function scopeOfOfficial(
  container: MedusaContainer,
  official: Pick<InferTypeOf<typeof Official>, "area_kind" | "area_code">,
): Promise<{ communes: string[] }> {
  const communes = await container.resolve(REGISTRY).listCommunes(communesOf(official), { take: 1000 })
  return { communes: communes.map(({ code }) => code) }
}
