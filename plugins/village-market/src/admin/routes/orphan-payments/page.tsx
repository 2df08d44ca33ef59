import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Text, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { AlarmBanner } from "../../components/alarm-banner"
import { Answer } from "../../components/answer"
import { useApi } from "../../lib/api"
import { useDeed, WIDE } from "../../lib/deed"
import { dong } from "../../lib/orders"
import { when } from "../../lib/producer"

type Orphan = {
  id: string
  provider: "vnpay" | "bank" | "stripe"
  purpose: "basket" | "door" | "stall"
  txn_ref: string
  amount: number
  decided_at: string
  completion: "open" | "refund_due"
  why: "settling" | "settling_fails" | "superseded" | "going_back"
  reason: string | null
  next: "settle" | "send_refund" | "ask_refund" | "book_refund" | "by_hand" | "decide"
  at: string | null
  tries: number
  last_error: string | null
  order_id: string | null
  order_no: string | null
  buyer: { name: string | null; phone: string | null; email: string | null }
  basket: { title: string; quantity: number }[]
  events: { outcome: string; received_at: string }[]
}
type Orphans = { orphan_payments: Orphan[]; count: number; amount: number }

/** Money that is neither in an order nor back with the buyer: whose, what for, and what happens next. */
const OrphanPaymentsPage = () => {
  const { t, i18n } = useTranslation("market")
  const list = useApi<Orphans>("/admin/orphan-payments")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("orphanPayments")}</Heading>
        <Text size="small">{t("orphanLead")}</Text>
      </div>
      <AlarmBanner kind="orphan" />
      <Answer of={list}>
        {({ orphan_payments, count, amount }) =>
          count === 0 ? (
            <Text className="p-6">{t("noOrphans")}</Text>
          ) : (
            <>
              <Text className="px-6 py-3" weight="plus">
                {t("orphanSum", { count, amount: dong(amount, i18n.language) })}
              </Text>
              <ul className="divide-y">
                {orphan_payments.map((orphan) => (
                  <li key={orphan.id} className="flex flex-wrap items-start gap-4 px-6 py-4">
                    <Whose orphan={orphan} />
                    <Next orphan={orphan} />
                    <Deeds orphan={orphan} done={list.reload} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Container>
  )
}

function Whose({ orphan }: { orphan: Orphan }) {
  const { t, i18n } = useTranslation("market")
  const { buyer, basket, order_id, order_no } = orphan
  return (
    <div style={WIDE}>
      <Text weight="plus">{dong(orphan.amount, i18n.language)}</Text>
      <Text size="small">{[buyer.name, buyer.phone, buyer.email].filter(Boolean).join(" · ")}</Text>
      {basket.map(({ title, quantity }) => (
        <Text key={title} size="small">
          {quantity} × {title}
        </Text>
      ))}
      <Text size="xsmall">{t("waited", { when: when(orphan.decided_at, i18n.language) })}</Text>
      <Text size="xsmall">
        {t(`means.${orphan.provider}`)} {orphan.txn_ref} · {t(`purpose.${orphan.purpose}`)}
      </Text>
      {order_id ? (
        <Link to={`/orders/${order_id}`} className="txt-small text-ui-fg-interactive">
          {t("orderNo", { no: order_no ?? order_id })}
        </Link>
      ) : null}
    </div>
  )
}

function Next({ orphan }: { orphan: Orphan }) {
  const { t, i18n } = useTranslation("market")
  const { why, reason, next, at, tries, last_error, events } = orphan
  return (
    <div style={WIDE} className="flex flex-col gap-1">
      <div className="flex">
        <Badge size="2xsmall" color={next === "decide" || next === "by_hand" ? "red" : "orange"}>
          {t(`orphanWhy.${why}`)}
        </Badge>
      </div>
      {reason ? <Text size="small">{t(`refundReason.${reason}`, { defaultValue: reason })}</Text> : null}
      <Text size="small">{t(`orphanNext.${next}`)}</Text>
      {at ? <Text size="xsmall">{t("nextAt", { when: when(at, i18n.language) })}</Text> : null}
      {tries > 1 ? <Text size="xsmall">{t("orphanTries", { count: tries })}</Text> : null}
      {why === "settling_fails" && last_error ? (
        <Text size="xsmall">{t("orphanError", { error: last_error })}</Text>
      ) : null}
      {events.length > 0 ? (
        <details>
          <summary className="txt-xsmall cursor-pointer">{t("orphanHistory")}</summary>
          <ul>
            {events.map(({ outcome, received_at }) => (
              <li key={`${received_at} ${outcome}`}>
                <Text size="xsmall">
                  {when(received_at, i18n.language)}: {t(`event.${outcome}`, { defaultValue: outcome })}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function Deeds({ orphan, done }: { orphan: Orphan; done: () => void }) {
  const { t, i18n } = useTranslation("market")
  const { busy, run } = useDeed(done)
  const ask = usePrompt()
  const at = `/admin/orphan-payments/${encodeURIComponent(orphan.id)}`
  const giveBack = async () => {
    const description = t("orphanGiveBackSure", { amount: dong(orphan.amount, i18n.language) })
    const sure = await ask({ title: t("orphanGiveBack"), description, variant: "confirmation" })
    if (sure) await run(`${at}/give-back`, {}, t("orphanGivenBack"))
  }
  return (
    <div style={{ flex: "0 1 auto" }} className="flex flex-wrap gap-2">
      <Button
        size="small"
        variant="secondary"
        isLoading={busy}
        onClick={() => run(`${at}/retry`, {}, t("orphanRetried"))}
      >
        {t("orphanRetry")}
      </Button>
      {orphan.completion === "open" ? (
        <Button size="small" variant="secondary" isLoading={busy} onClick={giveBack}>
          {t("orphanGiveBack")}
        </Button>
      ) : null}
    </div>
  )
}

export const config = defineRouteConfig({ label: "orphanPayments", translationNs: "market", icon: ExclamationCircle })
export default OrphanPaymentsPage
