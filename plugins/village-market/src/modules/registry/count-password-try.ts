import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const MOST_TRIES = 10
const WINDOW = "15 minutes"

/**
 * Counts one more password for an e-mail and says whether it may still be looked at: ten in a quarter of an hour.
 * One statement, so that parallel guesses cannot share a count; unknown e-mails count alike, so that the limit tells nothing.
 */
export async function mayTryPassword(container: MedusaContainer, email: string): Promise<boolean> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await sql.raw<{ rows: { tries: number }[] }>(
    `insert into password_try as t (email, tries, since) values (?, 1, now())
     on conflict (email) do update set
       tries = case when t.since < now() - interval '${WINDOW}' then 1 else t.tries + 1 end,
       since = case when t.since < now() - interval '${WINDOW}' then now() else t.since end,
       updated_at = now()
     returning tries`,
    [email.slice(0, 200)],
  )
  return (rows[0]?.tries ?? 1) <= MOST_TRIES
}

/** A right password ends the count, and sweeps counts nobody needs any more. */
export async function forgetPasswordTries(container: MedusaContainer, email: string) {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await sql("password_try").where({ email }).orWhereRaw(`since < now() - interval '${WINDOW}'`).delete()
}
