import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Input, Text } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { AlarmBanner } from "../../components/alarm-banner"
import { Answer } from "../../components/answer"
import { useApi } from "../../lib/api"
import { useDeed, WIDE } from "../../lib/deed"
import { when } from "../../lib/producer"

type RefundDue = {
  id: string
  amount: number
  reason: string
  order_id: string | null
  order_no: number | null
  means: "vnpay" | "bank" | "stripe" | "cash"
  next_try_at: string | null
  alarm: boolean
  cart_id: string | null
  created_at: string
  state: "waiting" | "sending" | "checking" | "confirmed" | "refused"
  reason_code: string | null
  tries: number
  asks: number
  last_error: string | null
  by_gateway: boolean
  by_hand: boolean
}

const COLOURS = { waiting: "grey", sending: "blue", checking: "orange", confirmed: "green", refused: "red" } as const

type Translate = ReturnType<typeof useTranslation>["t"]

/** Money that must go back: what VNPay does about it, and what somebody has to return by hand. */
const RefundsPage = () => {
  const { t, i18n } = useTranslation("market")
  const list = useApi<{ refunds_due: RefundDue[] }>("/admin/refunds-due")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("refunds")}</Heading>
        <Text size="small">{t("refundsLead")}</Text>
      </div>
      <AlarmBanner kind="refund" />
      <Answer of={list}>
        {({ refunds_due }) =>
          refunds_due.length === 0 ? (
            <Text className="p-6">{t("noRefunds")}</Text>
          ) : (
            <ul className="divide-y">
              {refunds_due.map((due) => (
                <li key={due.id} className="flex flex-wrap items-start gap-4 px-6 py-4">
                  <div style={WIDE}>
                    <Text weight="plus">{money.format(due.amount)}</Text>
                    <Text size="small">{whyDue(t, due.reason)}</Text>
                    <Text size="xsmall">{t("waited", { when: when(due.created_at, i18n.language) })}</Text>
                    <Text size="xsmall">
                      {t(`means.${due.means}`)} ·{" "}
                      {due.order_id ? (
                        <Link to={`/orders/${due.order_id}`} className="text-ui-fg-interactive">
                          {t("orderNo", { no: due.order_no ?? due.order_id })}
                        </Link>
                      ) : (
                        t("basketOf")
                      )}
                    </Text>
                  </div>
                  <div style={WIDE}>
                    <Progress due={due} />
                  </div>
                  <div style={WIDE} className="flex flex-col gap-2">
                    {due.state === "refused" ? <Act id={due.id} deed="retry" done={list.reload} /> : null}
                    {due.state === "checking" ? <Act id={due.id} deed="ask" done={list.reload} /> : null}
                    {due.by_hand ? <Returned id={due.id} done={list.reload} /> : null}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Container>
  )
}

/** A cancellation or a return names its kind and the reason given for it: "returned: damaged". */
function whyDue(t: Translate, reason: string): string {
  const [kind = "", ...given] = reason.split(": ")
  const words = [kind, given.join(": ")].filter(Boolean)
  return words.map((word) => t(`refundReason.${word}`, { nsSeparator: false, defaultValue: word })).join(": ")
}

function Progress({ due }: { due: RefundDue }) {
  const { t, i18n } = useTranslation("market")
  const unsent = due.reason_code === "exceeds_captured"
  const state = !due.by_gateway ? "byHand" : unsent ? "unsent" : due.state
  const why =
    due.reason_code && t(`refundRefusal.${due.reason_code}`, t("refundRefusal.other", { code: due.reason_code }))
  return (
    <div className="flex flex-col gap-1 py-2">
      <div className="flex flex-wrap gap-1">
        <Badge size="2xsmall" color={due.by_gateway ? COLOURS[due.state] : "grey"}>
          {t(`refundState.${state}`)}
        </Badge>
        {due.alarm ? (
          <Badge size="2xsmall" color="red">
            {t("alarm")}
          </Badge>
        ) : null}
      </div>
      <Text size="xsmall">{t(`refundNext.${due.by_gateway ? due.state : "byHand"}`)}</Text>
      {why ? <Text size="xsmall">{why}</Text> : null}
      {due.tries > 0 && !unsent ? (
        <Text size="xsmall">{t("refundTries", { tries: due.tries, asks: due.asks })}</Text>
      ) : null}
      {due.next_try_at ? (
        <Text size="xsmall">{t("nextAt", { when: when(due.next_try_at, i18n.language) })}</Text>
      ) : null}
      {due.last_error ? <Text size="xsmall">{due.last_error}</Text> : null}
    </div>
  )
}

const DEEDS = { retry: "refundRetry", ask: "refundAskNow" } as const

function Act({ id, deed, done }: { id: string; deed: keyof typeof DEEDS; done: () => void }) {
  const { t } = useTranslation("market")
  const { busy, run } = useDeed(done)
  const send = () => run(`/admin/refunds-due/${encodeURIComponent(id)}/${deed}`, {})
  return (
    <div>
      <Button size="small" variant="secondary" isLoading={busy} onClick={send}>
        {t(DEEDS[deed])}
      </Button>
    </div>
  )
}

function Returned({ id, done }: { id: string; done: () => void }) {
  const { t } = useTranslation("market")
  const { busy, run } = useDeed(done)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = new FormData(event.currentTarget).get("note")
    return run(`/admin/refunds-due/${encodeURIComponent(id)}/returned`, { note })
  }
  return (
    <form className="flex gap-2" onSubmit={send}>
      <Input
        name="note"
        size="small"
        required
        className="min-w-0"
        minLength={3}
        aria-label={t("refundReference")}
        placeholder={t("refundReference")}
      />
      <Button size="small" variant="secondary" type="submit" isLoading={busy} style={{ whiteSpace: "nowrap" }}>
        {t("returned")}
      </Button>
    </form>
  )
}

export const config = defineRouteConfig({ label: "refunds", translationNs: "market", icon: ReceiptPercent })
export default RefundsPage
