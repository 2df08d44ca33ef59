import type { MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readVocabulary } from "../../../../modules/traceability/diary/read-vocabulary"
import { stepsFor } from "../../../../modules/traceability/diary/vocabulary"
import { listOwnProducts } from "../../../../modules/traceability/lots/read-lots"
import type { ProducerRequest } from "../../../actors"

/** The words for steps of each of the producer's products, in the order of the work; hidden ones are left out. */
export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [words, products] = await Promise.all([readVocabulary(pg), listOwnProducts(pg, req.producer.id)])
  res.json({
    products: products.map((product) => ({
      listing_id: product.listing_id,
      title: product.title,
      steps: stepsFor(words, product).map(({ position: _, hidden: __, ...word }) => word),
    })),
  })
}
