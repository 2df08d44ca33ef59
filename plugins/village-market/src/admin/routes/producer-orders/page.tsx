import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShoppingBag } from "@medusajs/icons"
import { Button, Container, Heading, Input, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useSearchParams } from "react-router-dom"
import { Answer } from "../../components/answer"
import { Repairs } from "../../components/repairs"
import { useApi } from "../../lib/api"
import { dong, PART_COLOUR, PART_STATUSES, type PartList } from "../../lib/orders"
import { when } from "../../lib/producer"

const LIMIT = 25

/** Parts of all orders, newest first; what is late or has to be repaired stands out. Filters stand in the address. */
const ProducerOrdersPage = () => {
  const { t, i18n } = useTranslation("market")
  const navigate = useNavigate()
  const [asked, ask] = useSearchParams()
  const [typed, type] = useState(asked.get("q") ?? "")
  const filter = { status: asked.get("status") ?? "", overdue: asked.get("overdue") ?? "", q: asked.get("q") ?? "" }
  const offset = Number(asked.get("offset") ?? 0)
  const list = useApi<PartList>(
    `/admin/producer-orders?${new URLSearchParams({ ...filter, offset: String(offset), limit: String(LIMIT) })}`,
  )
  const go = (change: Record<string, string>) => ask({ ...filter, offset: "0", ...change })
  return (
    <div className="flex flex-col gap-3">
      <Repairs />
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <Heading>{t("producerOrders")}</Heading>
          <search>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                go({ q: typed })
              }}
            >
              <Input
                type="search"
                className="w-80 max-w-full"
                aria-label={t("order.search")}
                placeholder={t("order.search")}
                value={typed}
                onChange={(event) => type(event.target.value)}
              />
            </form>
          </search>
        </div>
        <Answer of={list}>
          {({ producer_orders, count, overdue, by_status }) => (
            <>
              <div className="flex flex-wrap gap-2 px-6 py-3">
                <Button
                  size="small"
                  variant={filter.overdue ? "primary" : overdue > 0 ? "danger" : "secondary"}
                  aria-pressed={filter.overdue === "1"}
                  onClick={() => go({ overdue: filter.overdue ? "" : "1", status: "" })}
                >
                  {t("order.overdue", { count: overdue })}
                </Button>
                {["" as const, ...PART_STATUSES].map((value) => (
                  <Button
                    key={value}
                    size="small"
                    variant={value === filter.status && !filter.overdue ? "primary" : "secondary"}
                    aria-pressed={value === filter.status && !filter.overdue}
                    onClick={() => go({ status: value, overdue: "" })}
                  >
                    {value ? `${t(`order.status.${value}`)} (${by_status[value] ?? 0})` : t("everyStatus")}
                  </Button>
                ))}
              </div>
              <Table>
                <Table.Header>
                  <Table.Row>
                    {["order.no", "order.seller", "order.buyer", "order.placed", "state", "amount"].map((column) => (
                      <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                    ))}
                  </Table.Row>
                </Table.Header>
                <Table.Body>
                  {producer_orders.map((part) => (
                    <Table.Row
                      key={part.id}
                      className="cursor-pointer"
                      onClick={() => navigate(`/producer-orders/${part.id}`)}
                    >
                      <Table.Cell>
                        <a href={`/app/producer-orders/${part.id}`} onClick={(event) => event.preventDefault()}>
                          {part.display_no}
                        </a>
                      </Table.Cell>
                      <Table.Cell>{part.producer.name ?? t("unnamed")}</Table.Cell>
                      <Table.Cell>{part.buyer_name}</Table.Cell>
                      <Table.Cell>{part.placed_at ? when(part.placed_at, i18n.language) : "–"}</Table.Cell>
                      <Table.Cell>
                        <StatusBadge color={part.hours_late === null ? PART_COLOUR[part.status] : "red"}>
                          {t(`order.status.${part.status}`)}
                          {part.hours_late !== null && `, ${t("order.late", { count: part.hours_late })}`}
                        </StatusBadge>
                      </Table.Cell>
                      <Table.Cell>{dong(part.due, i18n.language)}</Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
              <div className="flex items-center justify-between px-6 py-3">
                <Text size="small">{count === 0 ? t("order.none") : t("order.found", { count })}</Text>
                <div className="flex gap-2">
                  <Button
                    size="small"
                    variant="transparent"
                    disabled={offset === 0}
                    onClick={() => go({ offset: String(Math.max(0, offset - LIMIT)) })}
                  >
                    {t("previous")}
                  </Button>
                  <Button
                    size="small"
                    variant="transparent"
                    disabled={offset + LIMIT >= count}
                    onClick={() => go({ offset: String(offset + LIMIT) })}
                  >
                    {t("next")}
                  </Button>
                </div>
              </div>
            </>
          )}
        </Answer>
      </Container>
    </div>
  )
}

export const config = defineRouteConfig({ label: "producerOrders", translationNs: "market", icon: ShoppingBag })

export default ProducerOrdersPage
