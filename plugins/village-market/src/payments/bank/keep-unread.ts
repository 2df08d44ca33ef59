import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openTask } from "../../modules/gateway/tasks"

/** So much of a body stands in its task; the whole of it is kept. */
const SHOWN = 1500

/**
 * Keeps a notice that SePay has signed and we cannot read, as it came, and opens a task about it: it may tell of money,
 * and SePay gives up after some repeats. The same body again changes nothing. False if it was kept before.
 */
export async function keepUnread(container: MedusaContainer, body: Buffer, problem: string): Promise<boolean> {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const key = createHash("sha256").update(body).digest("hex")
  // PostgreSQL keeps every character but this one.
  const raw = body.toString().replaceAll("\0", "\uFFFD")
  return db.transaction(async (trx) => {
    await trx("gateway_event")
      .insert({ provider: "sepay", event_key: key, txn_ref: "", outcome: "review", verdict: "unread", raw })
      .onConflict(["provider", "event_key"])
      .ignore()
    const evidence = { provider: "sepay", problem, body: raw.slice(0, SHOWN) }
    return openTask(trx, { kind: "notice_unread", subject: `SePay ${key.slice(0, 12)}`, evidence, key: `sepay:${key}` })
  })
}
