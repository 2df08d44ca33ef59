import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import type { Rendition } from "../modules/catalogue/photos/picture-sources"
import type { PhotoTrouble } from "../modules/catalogue/photos/render"
import { knownStep, type RecordedStep } from "../modules/traceability/diary/known-step"
import { addStep } from "../modules/traceability/lots/add-step"
import { isAhead, isPast, notAhead } from "../modules/traceability/lots/lot-time"
import { namesAPhone, tidyNote } from "../modules/traceability/lots/public-note"
import { requestMark } from "../modules/traceability/lots/request-mark"
import { type DrawnPhoto, drawPhoto } from "./steps/draw-photo"
import { makerOfLots } from "./steps/maker-of-lots"
import { storePhotoFilesStep } from "./steps/store-photo-files"

/** A text in one line; what is left empty is not told. */
const line = (longest: number, tooLong: string, hasPhone: string) =>
  z
    .string()
    .transform(tidyNote)
    .refine((text) => text.length <= longest, tooLong)
    .refine((text) => !namesAPhone(text), hasPhone)
    .transform((text) => text || undefined)
    .optional()

/** "12,5" and "1 000" are how amounts are written here. */
const amount = z.preprocess(
  (value) => (typeof value === "string" ? value.replace(/\s/g, "").replace(",", ".") || undefined : value),
  z.coerce
    .number({ message: "amountWrong" })
    .positive("amountWrong")
    .max(10_000_000, "amountWrong")
    .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, "amountWrong")
    .optional(),
)

/**
 * What was done and when: an ISO date, or an instant with its offset. The note is public and stays; amount, unit and
 * input are for the owner and the authorities. An instant far ahead is told apart: then the phone's clock is wrong.
 */
export const LotStep = z.object({
  /** A word of the vocabulary, which stands in the database and is asked when the step is written. */
  step: z.string({ message: "stepUnknown" }).regex(/^[a-z][a-z0-9-]{1,39}$/, "stepUnknown"),
  happened_at: z
    .string({ message: "dateWrong" })
    .refine((text) => !isAhead(text), "clockAhead")
    .refine((text) => isPast(notAhead(text, new Date())), "dateWrong"),
  note: line(200, "noteLong", "notePrivate"),
  amount,
  unit: line(30, "unitWrong", "unitWrong"),
  input: line(100, "inputLong", "inputPrivate"),
})
export type LotStep = z.infer<typeof LotStep>

/** The same request under the same key adds one step. */
export type RecordStepInput = LotStep & { producer_id: string; lot_id: string; idempotency_key?: string }

export type RecordStepOutcome = ({ ok: true } & RecordedStep) | { ok: false; why: PhotoTrouble | "busy" }

/** The photo is no part of what a key stands for: on a bad line it comes later, by `attachPhoto`. */
const markOf = ({ producer_id: _, lot_id: __, idempotency_key, ...step }: RecordStepInput) =>
  idempotency_key
    ? requestMark(
        idempotency_key,
        Object.fromEntries(
          Object.entries({ ...step, note: step.note ?? null }).filter(([, told]) => told !== undefined),
        ),
      )
    : undefined

type Recording = { input: RecordStepInput; photo?: DrawnPhoto; renditions: Rendition[] }

const addStepStep = createStep("add-lot-step", async ({ input, photo, renditions }: Recording, { container }) => {
  const { idempotency_key: _, ...step } = input
  const maker = await makerOfLots(container, input.producer_id)
  const added = await addStep(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
    ...step,
    ...maker,
    photo: photo && { ...photo.facts, renditions },
    request: markOf(input),
  })
  // The same request came twice at once and the other one was first: nobody will ever show these files.
  if (added.known && renditions.length > 0)
    await container.resolve(Modules.FILE).deleteFiles(renditions.map(({ key }) => key))
  return new StepResponse(added)
})

/** Adds a step to a lot of this producer; the lot of another is not found. Nothing is written after it that could fail. */
export const recordStepWorkflow = createWorkflow(
  "record-step",
  (given: { input: RecordStepInput; photo?: DrawnPhoto }) => {
    const files = transform({ given }, ({ given }) => ({ files: given.photo?.files ?? [] }))
    const renditions = storePhotoFilesStep(files)
    return new WorkflowResponse(
      addStepStep(transform({ given, renditions }, ({ given, renditions }) => ({ ...given, renditions }))),
    )
  },
)

/**
 * Records a step, with a photo where there is one. A request that was answered before is answered as then, before
 * anything is drawn or asked. A photo that cannot be used is a value with its cause, and nothing is recorded.
 */
export async function recordStep(
  container: MedusaContainer,
  input: RecordStepInput,
  bytes?: Buffer,
): Promise<RecordStepOutcome> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const known = await knownStep(pg, { ...input, request: markOf(input) })
  if (known) return { ok: true, ...known }
  const drawn = bytes && (await drawPhoto(bytes))
  if (drawn && !drawn.ok) return drawn
  const { result } = await recordStepWorkflow(container).run({ input: { input, photo: drawn?.photo } })
  return { ok: true, ...result }
}
