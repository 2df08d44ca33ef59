import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../modules/catalogue"
import { ownPrefixes } from "../modules/registry/gs1-prefixes"
import { declareGtin } from "../modules/traceability/digital-link/declare-gtin"
import { isUnder, readGtin } from "../modules/traceability/digital-link/gtin"
import { settingsOf } from "../settings"
import { makerOfLots } from "./steps/maker-of-lots"
import { type Actor, recordActStep } from "./steps/record-act"

/** `gtin` as it was typed; empty takes the number off. Refusals are keys of `web/text/gtin.ts`. */
export type DeclareGtin = { producer_id: string; listing_id: string; gtin: string; actor: Actor }

const declareStep = createStep("declare-gtin", async (input: DeclareGtin, { container }) => {
  const { producer_id, listing_id } = input
  const refuse = (why: string) => new MedusaError(MedusaError.Types.INVALID_DATA, why)
  const [listing] = await container.resolve(CATALOGUE).listListings({ id: listing_id, producer_id }, { take: 1 })
  if (!listing) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có sản phẩm này.")
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let gtin: string | undefined
  if (input.gtin.trim()) {
    const read = readGtin(input.gtin, settingsOf(container))
    if (!read.ok) throw refuse(read.why)
    const proved = (await ownPrefixes(pg, producer_id)).filter(({ status }) => status === "verified")
    if (!proved.some(({ prefix }) => isUnder(read.gtin, prefix)))
      throw refuse(proved.length > 0 ? "gtinForeign" : "gtinUnproved")
    gtin = read.gtin
  }
  const maker = await makerOfLots(container, producer_id)
  const declared = await declareGtin(pg, { producer_id, listing_id, gtin, ...maker })
  if (!declared.ok) throw refuse(declared.why)
  return new StepResponse({ gtin: gtin ?? null, linked: declared.linked })
})

/** Gives a product of this producer a GTIN under a company prefix it has proved, never under another. */
export const declareGtinWorkflow = createWorkflow("declare-gtin", (input: DeclareGtin) => {
  const declared = declareStep(input)
  recordActStep(
    transform({ input, declared }, ({ input, declared }) => ({
      subject_kind: "listing" as const,
      subject_id: input.listing_id,
      act: "declare_gtin",
      actor: input.actor,
      detail: declared,
    })),
  )
  return new WorkflowResponse(declared)
})
