import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE } from "../modules/catalogue"
import { type Actor, recordActStep } from "./steps/record-act"

export const OcopDecision = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("verify"),
    /** The number and ISO date of the people's committee's decision, read off the certificate. */
    decision_number: z.string().trim().min(1, "decisionNumberMissing").max(60, "decisionNumberMissing"),
    decided_on: z.iso
      .date("decidedOnWrong")
      .refine((day) => new Date(day) <= new Date() && day >= "2018-01-01", "decidedOnWrong"),
  }),
  z.object({ decision: z.literal("unverify"), reason: z.string().trim().max(300).optional() }),
])
export type OcopDecision = z.infer<typeof OcopDecision> & { producer_id: string; listing_id: string; actor: Actor }

const markStarsStep = createStep(
  "mark-ocop-stars",
  async (input: OcopDecision, { container }) => {
    const catalogue = container.resolve(CATALOGUE)
    const [listing] = await catalogue.listListings(
      { id: input.listing_id, producer_id: input.producer_id },
      { take: 1 },
    )
    if (!listing) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Không có mặt hàng ${input.listing_id}`)
    if (!listing.ocop_stars || listing.ocop_status === "none" || listing.ocop_status === "demo") {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "Mặt hàng này không khai sao OCOP để xác nhận.")
    }
    const { id, ocop_status, ocop_decided_on } = listing
    await catalogue.updateListings(
      input.decision === "verify"
        ? { id, ocop_status: "verified", ocop_decided_on: input.decided_on }
        : { id, ocop_status: "unverified" },
    )
    return new StepResponse({ stars: listing.ocop_stars, from: ocop_status }, { id, ocop_status, ocop_decided_on })
  },
  async (before, { container }) => {
    if (before) await container.resolve(CATALOGUE).updateListings(before)
  },
)

/**
 * Confirms the OCOP stars a listing claims (Decision 148/QĐ-TTg of 2023), after the certificate was looked at, or takes the mark back.
 * Buyers see unverified stars as such.
 */
export const decideOcopWorkflow = createWorkflow("decide-ocop", (input: OcopDecision) => {
  const marked = markStarsStep(input)
  recordActStep(
    transform({ input, marked }, ({ input, marked }) => ({
      subject_kind: "listing" as const,
      subject_id: input.listing_id,
      act: `ocop-${input.decision}`,
      actor: input.actor,
      reason: input.decision === "unverify" ? input.reason || undefined : undefined,
      detail: {
        ...marked,
        ...(input.decision === "verify"
          ? { decided_on: input.decided_on, decision_number: input.decision_number }
          : {}),
      },
    })),
  )
  return new WorkflowResponse(marked)
})
