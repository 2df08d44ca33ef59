import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type OwnLot, readOwnLot } from "../../../modules/traceability/lots/read-lots"
import type { ProducerRequest } from "../../actors"

/** The lot of the address, as its producer sees it; another's is not found. */
export async function ownLotOf(req: ProducerRequest): Promise<OwnLot> {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  return lot
}

/** A workflow hands its error on as a plain object. */
const Refusal = z.object({ type: z.enum(["invalid_data", "conflict"]), message: z.string() })

/** Why a change was refused, where it was for what the producer wrote; anything else is thrown on. */
export function refusalOf(error: unknown): string {
  const refusal = Refusal.safeParse(error)
  if (!refusal.success) throw error
  return refusal.data.message
}
