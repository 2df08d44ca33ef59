import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { errorText } from "../../error-text"
import { GATEWAY } from "../../modules/gateway"
import type { Alarm, AlarmKind } from "../../modules/gateway/alarms"
import { settingsOf } from "../../settings"

/** How many alarms of each kind, in the words of the dashboard. */
const WORDS: Record<AlarmKind, string> = {
  refund: "khoản phải trả lại khách",
  orphan: "khoản tiền chưa có chỗ",
  review: "thanh toán chờ xem xét",
  task: "việc đối soát",
}
/** Where each is seen to. */
const PAGES: Record<AlarmKind, string> = {
  refund: "/app/refunds",
  orphan: "/app/orphan-payments",
  review: "/app/payment-reviews",
  task: "/app/reconciliation",
}

/** What the operator reads: one message however many alarms there are. */
export function alarmMessage(alarms: readonly Pick<Alarm, "kind">[], hours: number, publicUrl: string) {
  const kinds = (Object.keys(WORDS) as AlarmKind[]).flatMap((kind) => {
    const count = alarms.filter((alarm) => alarm.kind === kind).length
    return count === 0 ? [] : [{ kind, words: `${count} ${WORDS[kind]}` }]
  })
  return {
    title: `Chờ quá ${hours} giờ: ${kinds.map(({ words }) => words).join(", ")}`,
    description: kinds.map(({ kind, words }) => `${words}: ${publicUrl}${PAGES[kind]}`).join("\n"),
  }
}

/**
 * Raises alarms about what has waited too long, clears those that are solved, and tells the operator of the new ones:
 * in the dashboard's list of notices and, where e-mail is set up, to every operator. What could not be told is told
 * with the next turn; the key keeps one message from going out twice.
 */
export async function watchPayments(container: MedusaContainer): Promise<{ raised: number; cleared: number }> {
  const { reconciliation } = container.resolve(GATEWAY)
  const watched = await reconciliation.watchWaiting(settingsOf(container).reconcile.alarmHours)
  // One process tells at a time, so that the other finds nothing left to tell.
  await container
    .resolve(Modules.LOCKING)
    .execute("tell-payment-alarms", () => tell(container), { timeout: 20 })
    .catch((error) =>
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Alarms are not told yet: ${errorText(error)}`),
    )
  return watched
}

async function tell(container: MedusaContainer): Promise<void> {
  const { reconciliation } = container.resolve(GATEWAY)
  const { reconcile, email, publicUrl } = settingsOf(container)
  const alarms = await reconciliation.untoldAlarms()
  if (alarms.length === 0) return
  const ids = alarms.map(({ id }) => id)
  const { title, description } = alarmMessage(alarms, reconcile.alarmHours, publicUrl)
  const key = `payment-alarms:${createHash("sha256").update(ids.join()).digest("hex").slice(0, 32)}`
  const notifications = container.resolve(Modules.NOTIFICATION)
  await notifications.createNotifications({
    ...{ to: "", channel: "feed", template: "admin-ui", idempotency_key: key },
    data: { title, description },
  })
  for (const to of email ? await operators(container) : []) {
    await notifications.createNotifications({
      ...{ to, channel: "email", template: "payment-alarms", idempotency_key: `${key}:${to}` },
      content: { subject: title, text: `${title}\n\n${description}\n` },
    })
  }
  await reconciliation.markTold(ids)
}

async function operators(container: MedusaContainer): Promise<string[]> {
  const users = await container.resolve(Modules.USER).listUsers({}, { select: ["email"], take: 50 })
  return users.map(({ email }) => email)
}
