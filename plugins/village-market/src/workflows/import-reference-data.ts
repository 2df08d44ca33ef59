import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { readReferenceData } from "../modules/registry/reference-data"
import { writeReferenceData } from "../modules/registry/reference-data/write-reference-data"

export const ReferenceFolder = z.object({ dir: z.string().min(1) })
export type ReferenceFolder = z.infer<typeof ReferenceFolder>

const importStep = createStep("import-reference-data", async ({ dir }: ReferenceFolder, { container }) => {
  const read = await readReferenceData(dir)
  if (!read.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, read.report)
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse(await writeReferenceData(connection, read.data))
})

/**
 * Brings the CSV files of `dir` into the tables of places, classes and shelves. Returns the rows added, changed and
 * left as they were, per table. Bad data is refused with a report that names file, line and column; nothing is written then.
 */
export const importReferenceDataWorkflow = createWorkflow("import-reference-data", (input: ReferenceFolder) => {
  return new WorkflowResponse(importStep(input))
})
