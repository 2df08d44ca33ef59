import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { readOwnLot } from "../modules/traceability/lots/read-lots"
import { declareLot } from "../modules/traceability/profile/read-profile"

const line = z
  .string()
  .nullish()
  .transform((typed) =>
    (typed ?? "")
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().max(200, "long"))

/** Brand and standards as a form sends them. A text counts more than the tick that there is no brand; empty and no tick: not said. */
export const LotDeclared = z
  .object({ brand: line, standards: line, no_brand: z.string().nullish() })
  .transform(({ brand, standards, no_brand }) => ({
    brand: brand || (no_brand ? "" : null),
    standards: standards || null,
  }))

type Declared = z.output<typeof LotDeclared> & { producer_id: string; lot_id: string }

const declareStep = createStep(
  "declare-lot",
  async ({ producer_id, lot_id, brand, standards }: Declared, { container }) => {
    const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    if (!(await readOwnLot(pg, producer_id, lot_id)))
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
    await declareLot(pg, lot_id, { brand, standards })
    return new StepResponse({ lot_id })
  },
)

/** Keeps what a producer says of its lot's brand and standards; a lot that is another's is not found. */
export const declareLotWorkflow = createWorkflow("declare-lot", (input: Declared) => {
  return new WorkflowResponse(declareStep(input))
})
