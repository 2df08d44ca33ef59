import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { changeLots } from "../modules/traceability/lots/change-lots"
import { isDate, isPast } from "../modules/traceability/lots/lot-time"
import { BALANCE_REASONS } from "../modules/traceability/lots/mass-balance"
import { tidyNote } from "../modules/traceability/lots/public-note"
import { requestMark } from "../modules/traceability/lots/request-mark"
import { quantity, rawTitle, rawUnit } from "./open-raw-lot"
import { listedProduct } from "./steps/listed-product"
import { makerOfLots } from "./steps/maker-of-lots"

const lotId = z.string({ message: "lotMissing" }).min(1, "lotMissing").max(100, "lotMissing")
const happened_at = z.string({ message: "dateWrong" }).refine((text) => isDate(text) && isPast(text), "dateWrong")
const Part = z.object({ lot_id: lotId, quantity })

/** New lots of so much each; the rest stays in the old one. */
export const LotSplit = z.object({
  quantities: z.array(quantity, { message: "amountWrong" }).min(1, "amountWrong").max(20, "amountWrong"),
  happened_at,
})

/** Lots of the same goods, poured together. */
export const LotMerge = z.object({
  inputs: z.array(Part, { message: "chooseMore" }).min(2, "chooseMore").max(20, "chooseMore"),
  happened_at,
})

const Output = z
  .object({
    listing_id: lotId.nullish(),
    title: rawTitle.nullish(),
    unit: rawUnit.nullish(),
    quantity,
    expires_on: z.string().refine(isDate, "expiresWrong").nullish(),
  })
  .refine(({ listing_id, title, unit }) => listing_id || (title && unit), { message: "titleWrong", path: ["title"] })

/**
 * Lots that became others. The first input is what is weighed up: `declared_yield` is how much comes of one of it, in kg,
 * lít, mét, m² or pieces; left out, the table of yields counts.
 */
export const LotTransformation = z
  .object({
    inputs: z.array(Part, { message: "amountWrong" }).min(1, "amountWrong").max(20, "amountWrong"),
    outputs: z.array(Output, { message: "amountWrong" }).min(1, "amountWrong").max(20, "amountWrong"),
    declared_yield: z.coerce
      .number({ message: "yieldWrong" })
      .min(0.000001, "yieldWrong")
      .max(100_000, "yieldWrong")
      .nullish(),
    reason: z.enum(BALANCE_REASONS, { message: "reasonUnknown" }).nullish(),
    reason_text: z
      .string()
      .transform(tidyNote)
      .refine((text) => text.length <= 200, "textLong")
      .nullish(),
    happened_at,
  })
  .refine((change) => change.outputs.every(({ expires_on }) => !expires_on || expires_on > change.happened_at), {
    message: "expiresWrong",
    path: ["expires_on"],
  })

export type ChangeLotsInput = { producer_id: string; idempotency_key?: string } & (
  | ({ kind: "split"; lot_id: string } & z.infer<typeof LotSplit>)
  | ({ kind: "merge" } & z.infer<typeof LotMerge>)
  | ({ kind: "transformation" } & z.infer<typeof LotTransformation>)
)

const changeLotsStep = createStep("change-lots", async (input: ChangeLotsInput, { container }) => {
  const { producer_id, idempotency_key, ...change } = input
  const common = {
    producer_id,
    ...(await makerOfLots(container, producer_id)),
    // What JSON does not say and what it says as nothing are the same content.
    request: idempotency_key ? requestMark(idempotency_key, JSON.parse(JSON.stringify(change))) : undefined,
  }
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (change.kind !== "transformation") return new StepResponse(await changeLots(pg, { ...change, ...common }))
  const outputs = await Promise.all(
    change.outputs.map(async ({ listing_id, title, unit, quantity, expires_on }) => ({
      ...(listing_id
        ? { listing_id, ...(await listedProduct(container, producer_id, listing_id)) }
        : { listing_id: null, title: title ?? "", unit: unit ?? "" }),
      ...{ quantity, expires_on: expires_on ?? null },
    })),
  )
  return new StepResponse(
    await changeLots(pg, {
      ...change,
      ...common,
      outputs,
      declared_yield: change.declared_yield ?? null,
      reason: change.reason ?? null,
      reason_text: change.reason_text || null,
    }),
  )
})

/** Splits, merges or turns lots into others, all in one step that cannot be taken back. Returns the change and the new lots. */
export const changeLotsWorkflow = createWorkflow(
  "change-lots",
  (input: ChangeLotsInput) => new WorkflowResponse(changeLotsStep(input)),
)
