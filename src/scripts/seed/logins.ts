import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { RegistryService } from "medusa-plugin-village-market/modules/registry"
import { createOfficialWorkflow } from "medusa-plugin-village-market/workflows"
import type { Demo } from "./demo-file"

const ADMIN = "admin@example.vn"

/** The province, and communes where the demonstration has households to decide on. */
const OFFICIALS = [
  {
    email: "tinh@example.vn",
    name: "Trần Minh Đức (mẫu)",
    area_kind: "province",
    area_code: "37",
  },
  {
    email: "xa-nam-truc@example.vn",
    name: "Vũ Thị Hằng (mẫu)",
    area_kind: "commune",
    area_code: "13966",
  },
  {
    email: "xa-vu-duong@example.vn",
    name: "Phạm Văn Nghĩa (mẫu)",
    area_kind: "commune",
    area_code: "13834",
  },
  {
    email: "xa-nam-dong@example.vn",
    name: "Đỗ Thị Mai (mẫu)",
    area_kind: "commune",
    area_code: "14014",
  },
] as const

const randomPassword = () => randomBytes(12).toString("base64url")

/**
 * The operator and the officials of the demonstration. Their passwords are made here and stand only in demo.json; when
 * that file is gone they are set anew.
 */
export async function seedLogins(container: MedusaContainer, known: Partial<Demo>) {
  const passwords = new Map(
    [...(known.admin ? [known.admin] : []), ...(known.officials ?? [])].map((l) => [l.email, l.password]),
  )
  const admin = await login(ADMIN, () => seedAdmin(container))
  const officials: Demo["officials"] = []
  for (const official of OFFICIALS) {
    const { email, password } = await login(official.email, () => seedOfficial(container, official))
    officials.push({ email, password, area: official.area_code })
  }
  return { admin, officials }

  async function login(email: string, ensure: () => Promise<void>) {
    await ensure()
    const before = passwords.get(email)
    if (before && (await works(container, email, before))) return { email, password: before }
    const password = randomPassword()
    await container.resolve(Modules.AUTH).updateProvider("emailpass", { entity_id: email, password })
    return { email, password }
  }
}

async function works(container: MedusaContainer, email: string, password: string) {
  const { success } = await container.resolve(Modules.AUTH).authenticate("emailpass", { body: { email, password } })
  return success
}

async function seedAdmin(container: MedusaContainer) {
  const [user] = await container.resolve(Modules.USER).listUsers({ email: ADMIN })
  if (user) return
  const auth = container.resolve(Modules.AUTH)
  // A login left behind by a start that was broken off belongs to nobody.
  const left = await auth.listAuthIdentities({
    provider_identities: { entity_id: ADMIN, provider: "emailpass" },
  })
  if (left.length > 0) await auth.deleteAuthIdentities(left.map(({ id }) => id))
  const { authIdentity } = await auth.register("emailpass", {
    body: { email: ADMIN, password: randomPassword() },
  })
  if (!authIdentity) throw new Error(`No login could be made for ${ADMIN}`)
  const userData = { email: ADMIN, first_name: "Quản trị", last_name: "(mẫu)" }
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData },
  })
}

async function seedOfficial(container: MedusaContainer, official: (typeof OFFICIALS)[number]) {
  const [known] = await container.resolve<RegistryService>("registry").listOfficials({ email: official.email })
  if (known) return
  const actor = { kind: "system" as const, id: "seed" }
  await createOfficialWorkflow(container).run({
    input: { ...official, password: randomPassword(), actor },
  })
}
