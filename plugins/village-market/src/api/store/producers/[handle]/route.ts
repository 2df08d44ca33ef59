import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readProducer } from "../../../../modules/catalogue/reads/read-producer"

export const GET = async (req: MedusaStoreRequest, res: MedusaResponse) => {
  const producer = await readProducer(
    req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    String(req.params.handle),
  )
  if (!producer) throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such producer")
  res.json({ producer })
}
