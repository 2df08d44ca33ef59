import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { api, useApi } from "../../lib/api"

type RefundDue = {
  id: string
  amount: number
  reason: string
  order_id: string | null
  cart_id: string | null
  created_at: string
}

/** Money that came without an order or must go back; each stays listed until somebody says how it went back. */
const RefundsPage = () => {
  const { t, i18n } = useTranslation("market")
  const list = useApi<{ refunds_due: RefundDue[] }>("/admin/refunds-due")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: "short", timeStyle: "short" })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("refunds")}</Heading>
        <Text size="small">{t("refundsLead")}</Text>
      </div>
      <Answer of={list}>
        {({ refunds_due }) =>
          refunds_due.length === 0 ? (
            <Text className="p-6">{t("noRefunds")}</Text>
          ) : (
            <Table>
              <Table.Header>
                <Table.Row>
                  {["amount", "why", "since", "orderOrCart"].map((column) => (
                    <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                  ))}
                  <Table.HeaderCell />
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {refunds_due.map((due) => (
                  <Table.Row key={due.id}>
                    <Table.Cell>{money.format(due.amount)}</Table.Cell>
                    <Table.Cell>{t(`refundReason.${due.reason}`, due.reason)}</Table.Cell>
                    <Table.Cell>{when.format(new Date(due.created_at))}</Table.Cell>
                    <Table.Cell>{due.order_id ?? due.cart_id}</Table.Cell>
                    <Table.Cell>
                      <Returned id={due.id} done={list.reload} />
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          )
        }
      </Answer>
    </Container>
  )
}

function Returned({ id, done }: { id: string; done: () => void }) {
  const { t } = useTranslation("market")
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = new FormData(event.currentTarget).get("note")
    setBusy(true)
    try {
      await api(`/admin/refunds-due/${encodeURIComponent(id)}/returned`, { note })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return (
    <form className="flex gap-2" onSubmit={send}>
      <Input
        name="note"
        size="small"
        required
        minLength={3}
        aria-label={t("refundReference")}
        placeholder={t("refundReference")}
      />
      <Button size="small" variant="secondary" type="submit" isLoading={busy}>
        {t("returned")}
      </Button>
    </form>
  )
}

export const config = defineRouteConfig({ label: "refunds", translationNs: "market", icon: ReceiptPercent })
export default RefundsPage
