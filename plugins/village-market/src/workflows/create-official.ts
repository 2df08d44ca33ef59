import type { IAuthModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { OFFICIAL_AREAS } from "../modules/registry/models/official"
import { readablePassword } from "../modules/registry/readable-password"
import { type Actor, recordActStep } from "./steps/record-act"

export const NewOfficial = z.object({
  email: z.string().trim().toLowerCase().email().max(200),
  name: z.string().trim().min(1).max(120),
  area_kind: z.enum(OFFICIAL_AREAS),
  area_code: z.string().regex(/^\d{2,5}$/),
  /** Only for demo logins: without it a strong one is made, which no database ever holds in clear. */
  password: z.string().min(8).max(200).optional(),
})
export type NewOfficial = z.infer<typeof NewOfficial> & { actor: Actor }

type Login = { email: string; password: string; authIdentityId: string }

const checkAreaStep = createStep(
  "check-official-area",
  async ({ area_kind, area_code }: NewOfficial, { container }) => {
    const registry = container.resolve(REGISTRY)
    const found =
      area_kind === "province"
        ? await registry.listProvinces({ code: area_code }, { take: 1 })
        : await registry.listCommunes({ code: area_code }, { take: 1 })
    if (found.length === 0) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Không có ${area_kind === "province" ? "tỉnh" : "xã"} mang mã ${area_code}`,
      )
    }
    return new StepResponse()
  },
)

/** Keeps e-mail and password with Medusa's own emailpass provider; nothing of the password is ours to store. */
const registerLoginStep = createStep(
  "register-official-login",
  async (input: NewOfficial, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const email = input.email.trim().toLowerCase()
    await freeUnusedLogin(auth, email)
    const password = input.password ?? readablePassword()
    const { success, authIdentity } = await auth.register("emailpass", { body: { email, password } })
    if (!success || !authIdentity) {
      throw new MedusaError(MedusaError.Types.DUPLICATE_ERROR, `E-mail ${email} đã dùng cho một tài khoản khác`)
    }
    return new StepResponse({ email, password, authIdentityId: authIdentity.id }, authIdentity.id)
  },
  async (authIdentityId, { container }) => {
    if (authIdentityId) await container.resolve(Modules.AUTH).deleteAuthIdentities([authIdentityId])
  },
)

/** Medusa lets anyone register an e-mail without becoming anybody; such a leftover must not keep an official out, nor let its maker in. */
async function freeUnusedLogin(auth: IAuthModuleService, email: string) {
  const identities = await auth.listAuthIdentities({ provider_identities: { entity_id: email, provider: "emailpass" } })
  const unused = identities
    .filter(({ app_metadata }) => Object.keys(app_metadata ?? {}).length === 0)
    .map(({ id }) => id)
  if (unused.length > 0) await auth.deleteAuthIdentities(unused)
}

const createOfficialStep = createStep(
  "create-official",
  async (input: { official: NewOfficial; login: Login }, { container }) => {
    const { name, area_kind, area_code } = input.official
    const registry = container.resolve(REGISTRY)
    const { id } = await registry.createOfficials({ email: input.login.email, name, area_kind, area_code })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(REGISTRY).deleteOfficials(id)
  },
)

/** From here on the login is this official's: Medusa's token carries `official_id` as its actor. */
const bindLoginStep = createStep("bind-official-login", async (input: { login: Login; id: string }, { container }) => {
  await container
    .resolve(Modules.AUTH)
    .updateAuthIdentities({ id: input.login.authIdentityId, app_metadata: { official_id: input.id } })
  return new StepResponse()
})

/**
 * Makes a civil servant who may log in under `/office`; it never becomes a Medusa user.
 * Returns the password once, it can only be reset later. Refuses an unknown area and an e-mail in use.
 */
export const createOfficialWorkflow = createWorkflow("create-official", (input: NewOfficial) => {
  checkAreaStep(input)
  const login = registerLoginStep(input)
  const official = createOfficialStep(transform({ input, login }, ({ input, login }) => ({ official: input, login })))
  bindLoginStep(transform({ login, official }, ({ login, official }) => ({ login, id: official.id })))
  recordActStep(
    transform({ input, official }, ({ input, official }) => ({
      subject_kind: "official" as const,
      subject_id: official.id,
      act: "create",
      actor: input.actor,
      detail: { area_kind: input.area_kind, area_code: input.area_code },
    })),
  )
  return new WorkflowResponse(
    transform({ official, login }, ({ official, login }) => ({
      official_id: official.id,
      email: login.email,
      password: login.password,
    })),
  )
})
