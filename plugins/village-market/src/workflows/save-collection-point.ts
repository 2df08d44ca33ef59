import type { InferTypeOf } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import type { CollectionPoint } from "../modules/registry/models/collection-point"
import { looksAfter, type OfficialArea } from "../modules/registry/official-area"
import { type Actor, recordActStep } from "./steps/record-act"

const text = (max: number, complaint: string) => z.string(complaint).trim().min(2, complaint).max(max, complaint)

/** A place where buyers fetch goods; the times are for people to read. Complaints are keys of the office's texts. */
export const CollectionPointFields = z.object({
  name: text(100, "pointNameMissing"),
  address: text(200, "pointAddressMissing"),
  opening_hours: text(100, "pointHoursMissing"),
  active: z.boolean().default(true),
})
export const NewCollectionPoint = CollectionPointFields.extend({
  commune_code: z.string("pointCommuneMissing").regex(/^\d{5}$/, "pointCommuneMissing"),
})
export const CollectionPointChange = CollectionPointFields.extend({ active: z.boolean() }).partial()

type Saving = {
  /** Given for a change, left out for a new point. */
  id?: string
  fields: z.output<typeof NewCollectionPoint> | z.output<typeof CollectionPointChange>
  actor: Actor
  /** Whose area it must lie in; the operator has none and reaches all. */
  area?: OfficialArea
}

type Point = InferTypeOf<typeof CollectionPoint>
type Undo = {
  made?: string
  before?: Pick<Point, "id" | "name" | "address" | "opening_hours" | "active">
}

const saveStep = createStep(
  "save-collection-point",
  async ({ id, fields, area }: Saving, { container }) => {
    const registry = container.resolve(REGISTRY)
    const [before] = id ? await registry.listCollectionPoints({ id }) : []
    const code = before?.commune_code ?? ("commune_code" in fields ? fields.commune_code : undefined)
    const [commune] = code ? await registry.listCommunes({ code }) : []
    // What lies in another area is answered as if it were not there.
    if ((id && !before) || !commune || (area && !looksAfter(area, commune))) {
      const message = id ? "There is no such collection point" : "There is no such commune in your area"
      throw new MedusaError(id ? MedusaError.Types.NOT_FOUND : MedusaError.Types.INVALID_DATA, message)
    }
    if (!before) {
      const point = await registry.createCollectionPoints(NewCollectionPoint.parse(fields))
      return new StepResponse<Point, Undo>(point, { made: point.id })
    }
    const { name, address, opening_hours, active } = before
    const point = await registry.updateCollectionPoints({ id: before.id, ...fields })
    return new StepResponse<Point, Undo>(point, { before: { id: before.id, name, address, opening_hours, active } })
  },
  async (undo, { container }) => {
    const registry = container.resolve(REGISTRY)
    if (undo?.made) await registry.deleteCollectionPoints(undo.made)
    if (undo?.before) await registry.updateCollectionPoints(undo.before)
  },
)

/** Makes or changes a collection point; orders that were placed keep the name and address of their day. */
export const saveCollectionPointWorkflow = createWorkflow("save-collection-point", (input: Saving) => {
  const point = saveStep(input)
  recordActStep(
    transform({ input, point }, ({ input, point }) => ({
      subject_kind: "collection_point" as const,
      subject_id: point.id,
      act: input.id ? "change" : "create",
      actor: input.actor,
      detail: { ...input.fields },
    })),
  )
  return new WorkflowResponse(point)
})
