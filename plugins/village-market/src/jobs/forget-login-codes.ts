import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The limits look back one day; what is older serves nobody. */
export default async function forgetLoginCodes(container: MedusaContainer) {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await pg.raw("delete from login_code where created_at < now() - interval '2 days'")
  // A phone that proved itself but never became a shop agreed to be stored for that purpose only.
  await pg.raw(
    `with gone as (
       delete from provider_identity i using auth_identity a
       where i.auth_identity_id = a.id and i.provider = 'phone' and i.created_at < now() - interval '2 days'
         and a.app_metadata->>'producer_id' is null
       returning a.id)
     delete from auth_identity where id in (select id from gone)
       and not exists (select 1 from provider_identity p where p.auth_identity_id = auth_identity.id and p.provider <> 'phone')`,
  )
}

export const config = { name: "forget-login-codes", schedule: "17 * * * *" }
