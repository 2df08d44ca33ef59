import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The limits on codes look back one day; what is older serves nobody. */
export default async function forgetLoginCodes(container: MedusaContainer) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await pg.raw("delete from login_code where created_at < now() - interval '2 days'")
  // Whoever proved a phone but never became a producer is forgotten too; the login (provider_identity) goes with it.
  await pg.raw(
    `delete from auth_identity a
     where a.created_at < now() - interval '2 days' and a.app_metadata->>'producer_id' is null
       and exists (select 1 from provider_identity i where i.auth_identity_id = a.id and i.provider = 'phone')
       and not exists (select 1 from provider_identity i where i.auth_identity_id = a.id and i.provider <> 'phone')`,
  )
}

export const config = { name: "forget-login-codes", schedule: "17 * * * *" }
