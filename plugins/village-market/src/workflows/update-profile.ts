import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk"
import type { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { HOME_PROVINCE } from "../modules/registry/home-province"
import { identityChanges } from "../modules/registry/profile"
import type { StoredProfile } from "../modules/registry/profile-fields"
import { type Actor, recordActStep } from "./steps/record-act"

type UpdateProfile = { producer_id: string; actor: Actor; changes: Partial<z.infer<typeof StoredProfile>> }

const changeProfileStep = createStep(
  "change-profile",
  async ({ producer_id, changes }: UpdateProfile, { container }) => {
    const registry = container.resolve(REGISTRY)
    const before = await registry.retrieveProducer(producer_id)
    if (changes.commune_code) {
      const [commune] = await registry.listCommunes({ code: changes.commune_code, province_code: HOME_PROVINCE })
      if (!commune)
        throw new MedusaError(MedusaError.Types.INVALID_DATA, `No commune ${changes.commune_code} in the province`)
    }
    if (changes.craft_village_id) {
      const [village] = await registry.listCraftVillages({ id: changes.craft_village_id })
      if (!village)
        throw new MedusaError(MedusaError.Types.INVALID_DATA, `No craft village ${changes.craft_village_id}`)
    }
    await registry.updateProducers({ id: producer_id, ...changes })
    const old = Object.fromEntries(Object.keys(changes).map((field) => [field, before[field as keyof typeof before]]))
    const identity = before.status === "draft" ? {} : identityChanges(before, changes)
    return new StepResponse(identity, { id: producer_id, ...old })
  },
  async (before, { container }) => {
    if (before) await container.resolve(REGISTRY).updateProducers(before)
  },
)

/**
 * Changes any part of a producer's profile. Once it has been handed in, a change of name, kind, commune or tax code is
 * recorded with its old and new value. Unknown communes and villages: MedusaError INVALID_DATA, nothing changed.
 */
export const updateProfileWorkflow = createWorkflow("update-profile", (input: UpdateProfile) => {
  const identity = changeProfileStep(input)
  when({ identity }, ({ identity }) => Object.keys(identity).length > 0).then(() => {
    recordActStep(
      transform({ input, identity }, ({ input, identity }) => ({
        subject_kind: "producer" as const,
        subject_id: input.producer_id,
        act: "change-identity",
        actor: input.actor,
        detail: identity,
      })),
    )
  })
  return new WorkflowResponse(identity)
})
