import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { isDate, isPast } from "../modules/traceability/lots/lot-time"
import { openLot } from "../modules/traceability/lots/open-lot"
import { tidyNote } from "../modules/traceability/lots/public-note"
import { requestMark } from "../modules/traceability/lots/request-mark"
import { isAmount, RAW_UNITS } from "../modules/traceability/lots/units"
import { makerOfLots } from "./steps/maker-of-lots"

/** At most so much of a unit: beyond that somebody mistyped. */
export const MOST_OF_A_LOT = 1_000_000

export const words = (max: number) =>
  z
    .string()
    .transform(tidyNote)
    .refine((text) => text.length <= max, "textLong")
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null)

export const quantity = z.coerce
  .number({ message: "amountWrong" })
  .positive("amountWrong")
  .max(MOST_OF_A_LOT, "amountWrong")
export const rawTitle = z
  .string({ message: "titleWrong" })
  .transform(tidyNote)
  .refine((text) => text.length >= 2 && text.length <= 100, "titleWrong")
export const rawUnit = z.enum(RAW_UNITS, { message: "unitWrong" })

/** A lot of raw material: not for sale, counted in a unit of the list. `supplier…` where it came from somebody else. */
export const RawLot = z
  .object({
    title: rawTitle,
    quantity,
    unit: rawUnit,
    made_on: z.string({ message: "dateWrong" }).refine((text) => isDate(text) && isPast(text), "dateWrong"),
    supplier: words(200),
    supplier_lot: words(50),
  })
  .refine((lot) => isAmount(lot.quantity, lot.unit), { message: "amountWrong", path: ["quantity"] })
export type RawLot = z.infer<typeof RawLot>

export type OpenRawLotInput = RawLot & { producer_id: string; idempotency_key?: string }

const openRawLotStep = createStep("open-raw-lot", async (input: OpenRawLotInput, { container }) => {
  const { producer_id, idempotency_key, ...declared } = input
  const { supplier, supplier_lot, ...fields } = declared
  const lot = await openLot(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    ...fields,
    ...(await makerOfLots(container, producer_id)),
    producer_id,
    ...{ listing_id: null, expires_on: null, steps: [] },
    origin: supplier || supplier_lot ? { supplier, supplier_lot } : undefined,
    request: idempotency_key ? requestMark(idempotency_key, declared) : undefined,
  })
  return new StepResponse(lot)
})

/** Opens a lot of raw material. The same request under the same key makes one. Returns its id and code. */
export const openRawLotWorkflow = createWorkflow(
  "open-raw-lot",
  (input: OpenRawLotInput) => new WorkflowResponse(openRawLotStep(input)),
)
