import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readLineage } from "../../../../../modules/traceability/lots/read-lineage"
import { readLotEvents, readOwnLot } from "../../../../../modules/traceability/lots/read-lots"
import type { ProducerRequest } from "../../../../actors"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lot = await readOwnLot(pg, req.producer.id, String(req.params.id))
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  const events = await readLotEvents(pg, lot.id)
  res.json({
    lot: {
      ...lot,
      lineage: await readLineage(pg, lot.id),
      steps: events
        .filter(({ error_reason }) => !error_reason)
        .map(({ id, step, record, seq, corrected_reason, corrected_at }) => ({
          ...{ id, step, record, seq, corrected_reason, corrected_at },
        })),
    },
  })
}
