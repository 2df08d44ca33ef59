import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { recordActStep } from "./steps/record-act"

export const StartRegistration = z.object({
  /** E.164; its owner has proved to hold it. */
  phone: z.string().regex(/^\+84\d{9}$/),
  consent_version: z.string().min(1),
  language: z.enum(["vi", "en"]),
  is_demo: z.boolean().default(false),
})
export type StartRegistration = z.input<typeof StartRegistration>

/** A draft of a producer with its first login and its consent; for a phone that has one already, that one. */
const createDraftStep = createStep(
  "create-draft",
  async (input: StartRegistration, { container }) => {
    const { phone, consent_version, language, is_demo } = StartRegistration.parse(input)
    const registry = container.resolve(REGISTRY)
    const [known] = await registry.listProducerMembers({ phone })
    if (known) return new StepResponse({ producer_id: known.producer_id, member_id: known.id, created: false })
    const producer = await registry.createProducers({ phone, is_demo })
    const member = await registry.createProducerMembers({ producer_id: producer.id, phone })
    await registry.createConsents({
      producer_id: producer.id,
      version: consent_version,
      language,
      accepted_at: new Date(),
    })
    const draft = { producer_id: producer.id, member_id: member.id }
    return new StepResponse({ ...draft, created: true }, draft)
  },
  async (draft, { container }) => {
    if (!draft) return
    // The consent stays: rows of that table are only ever added.
    const registry = container.resolve(REGISTRY)
    await registry.deleteProducerMembers(draft.member_id)
    await registry.deleteProducers(draft.producer_id)
  },
)

/** The login of a phone acts as the member from now on (`app_metadata.producer_id`, as Medusa names the actor's id). */
const linkLoginStep = createStep(
  "link-login",
  async ({ phone, member_id }: { phone: string; member_id: string }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const [identity] = await auth.listProviderIdentities({ entity_id: phone, provider: "phone" })
    const app_metadata = { producer_id: member_id }
    if (identity?.auth_identity_id) {
      await auth.updateAuthIdentities({ id: identity.auth_identity_id, app_metadata })
    } else {
      await auth.createAuthIdentities({ provider_identities: [{ provider: "phone", entity_id: phone }], app_metadata })
    }
    return new StepResponse({ member_id })
  },
)

/** Makes a phone's owner, who has agreed to the consent, a producer in draft. Repeating it changes nothing. */
export const startRegistrationWorkflow = createWorkflow("start-registration", (input: StartRegistration) => {
  const draft = createDraftStep(input)
  linkLoginStep(transform({ input, draft }, ({ input, draft }) => ({ phone: input.phone, member_id: draft.member_id })))
  when({ draft }, ({ draft }) => draft.created).then(() => {
    recordActStep(
      transform({ input, draft }, ({ input, draft }) => ({
        subject_kind: "producer" as const,
        subject_id: draft.producer_id,
        act: "register",
        actor: { kind: "producer" as const, id: draft.member_id },
        detail: { consent_version: input.consent_version },
      })),
    )
  })
  return new WorkflowResponse(draft)
})
