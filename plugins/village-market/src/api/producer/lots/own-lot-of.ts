import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type OwnLot, readOwnLot } from "../../../modules/traceability/lots/read-lots"
import type { ProducerRequest } from "../../actors"

/** The lot of the address, as its producer sees it; another's is not found. */
export async function ownLotOf(req: ProducerRequest): Promise<OwnLot> {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  return lot
}

/** Why a change was refused, where it was for what the producer wrote; anything else is thrown on. */
export function refusalOf(error: unknown): string {
  const told = error instanceof MedusaError && ["invalid_data", "conflict"].includes(error.type)
  if (!told) throw error
  return error.message
}
