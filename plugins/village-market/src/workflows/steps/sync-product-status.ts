import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { CATALOGUE } from "../../modules/catalogue"
import { publicationStatus } from "../../modules/catalogue/publication"
import { REGISTRY } from "../../modules/registry"

type Status = "published" | "draft"
/** All products of the producer, or one of them. */
type Scope = { producer_id: string; product_id?: string }
type Change = { product_id: string; from: Status; to: Status }

/**
 * Brings Medusa's status of a producer's products in line with the rule, reading producer and listings afresh under a
 * lock: whoever comes last sees every change before it, so an approval and a "hide" at the same time cannot disagree.
 */
export const syncProductStatusStep = createStep(
  "sync-product-status",
  async (scope: Scope, { container }) => {
    const changes = await container
      .resolve(Modules.LOCKING)
      .execute(`producer-products:${scope.producer_id}`, () => sync(container, scope), { timeout: 60 })
    return new StepResponse({ changed: changes.length }, changes)
  },
  async (changes, { container }) => {
    if (changes)
      await setStatuses(
        container,
        changes.map(({ product_id, from }) => ({ product_id, to: from })),
      )
  },
)

async function sync(container: MedusaContainer, { producer_id, product_id }: Scope): Promise<Change[]> {
  const { status } = await container.resolve(REGISTRY).retrieveProducer(producer_id)
  const listings = await container
    .resolve(CATALOGUE)
    .listListings(product_id ? { producer_id, product_id } : { producer_id }, { select: ["product_id", "hidden"] })
  const wanted = new Map(listings.map(({ product_id, hidden }) => [product_id, publicationStatus(status, hidden)]))
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ id: [...wanted.keys()] }, { select: ["id", "status"], relations: [] })
  const changes = products.flatMap(({ id, status }) => {
    const to = wanted.get(id)
    const from: Status = status === "published" ? "published" : "draft"
    return to && to !== from ? [{ product_id: id, from, to }] : []
  })
  await setStatuses(container, changes)
  return changes
}

async function setStatuses(container: MedusaContainer, changes: { product_id: string; to: Status }[]) {
  for (const status of ["published", "draft"] as const) {
    const id = changes.filter(({ to }) => to === status).map(({ product_id }) => product_id)
    if (id.length) await updateProductsWorkflow(container).run({ input: { selector: { id }, update: { status } } })
  }
}
