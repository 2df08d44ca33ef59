import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api, useApi } from "../lib/api"
import type { Repair } from "../lib/orders"
import { when } from "../lib/producer"

/** Orders that something of ours went wrong with; nothing is shown while there are none. */
export function Repairs() {
  const { t, i18n } = useTranslation("market")
  const list = useApi<{ order_repairs: Repair[] }>("/admin/order-repairs")
  const [busy, setBusy] = useState("")
  const repairs = list.data?.order_repairs ?? []
  if (repairs.length === 0) return null
  const retry = async (id: string) => {
    setBusy(id)
    try {
      await api(`/admin/order-repairs/${encodeURIComponent(id)}/retry`, {})
      toast.success(t("order.repaired"))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy("")
    list.reload()
  }
  return (
    <Container className="flex flex-col gap-3" role="alert">
      <Heading level="h2">{t("order.repairs", { count: repairs.length })}</Heading>
      <Text size="small">{t("order.repairsLead")}</Text>
      {repairs.map(({ order_id, problem, tries, first_at }) => (
        <div key={order_id} className="flex flex-wrap items-center justify-between gap-3">
          <Text size="small">
            {order_id} · {t("order.since", { when: when(first_at, i18n.language), tries })}
            <br />
            {problem}
          </Text>
          <Button size="small" variant="secondary" isLoading={busy === order_id} onClick={() => retry(order_id)}>
            {t("retry")}
          </Button>
        </div>
      ))}
    </Container>
  )
}
