import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REGISTRY } from "../modules/registry"
import { readablePassword } from "../modules/registry/readable-password"
import { type Actor, recordActStep } from "./steps/record-act"

export const OFFICIAL_CHANGES = ["deactivate", "reactivate", "reset-password"] as const
export type OfficialChange = { official_id: string; change: (typeof OFFICIAL_CHANGES)[number]; actor: Actor }

type Changed = { password: string | null }
type Before = { id: string; active: boolean } | null

const changeOfficialStep = createStep(
  "change-official",
  async ({ official_id, change }: OfficialChange, { container }) => {
    const registry = container.resolve(REGISTRY)
    const [official] = await registry.listOfficials({ id: official_id }, { take: 1 })
    if (!official) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Không có cán bộ ${official_id}`)
    if (change === "reset-password") {
      const password = readablePassword()
      const { success, error } = await container
        .resolve(Modules.AUTH)
        .updateProvider("emailpass", { entity_id: official.email, password })
      if (!success) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, error ?? "The password was not changed")
      // Whoever tried the old one too often may try the new one at once.
      await registry.deletePasswordTries(official.email)
      await registry.updateOfficials({ id: official_id, sessions_valid_from: new Date() })
      return new StepResponse<Changed, Before>({ password }, null)
    }
    await registry.updateOfficials({ id: official_id, active: change === "reactivate" })
    return new StepResponse<Changed, Before>({ password: null }, { id: official_id, active: official.active })
  },
  async (before: Before | undefined, { container }) => {
    if (before) await container.resolve(REGISTRY).updateOfficials(before)
  },
)

/** Shuts an official out at once, lets it in again, or gives it a new password, returned once. */
export const changeOfficialWorkflow = createWorkflow("change-official", (input: OfficialChange) => {
  const changed = changeOfficialStep(input)
  recordActStep(
    transform({ input }, ({ input }) => ({
      subject_kind: "official" as const,
      subject_id: input.official_id,
      act: input.change,
      actor: input.actor,
    })),
  )
  return new WorkflowResponse(changed)
})
