import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Button, Container, Heading, Input, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useSearchParams } from "react-router-dom"
import { Answer } from "../../components/answer"
import { useApi } from "../../lib/api"
import { type ProducerList, STATUS_COLOUR, STATUSES, when } from "../../lib/producer"

const LIMIT = 25

/** All producers, waiting ones first; state and search stand in the address, so that "back" keeps them. */
const ProducersPage = () => {
  const { t, i18n } = useTranslation("market")
  const navigate = useNavigate()
  const [asked, ask] = useSearchParams()
  const [typed, type] = useState(asked.get("q") ?? "")
  const status = asked.get("status") ?? ""
  const offset = Number(asked.get("offset") ?? 0)
  const list = useApi<ProducerList>(
    `/admin/producers?${new URLSearchParams({ status, q: asked.get("q") ?? "", offset: String(offset), limit: String(LIMIT) })}`,
  )
  const go = (change: Record<string, string>) => ask({ status, q: asked.get("q") ?? "", offset: "0", ...change })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <Heading>{t("producers")}</Heading>
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
              aria-label={t("search")}
              placeholder={t("search")}
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
          </form>
        </search>
      </div>
      <Answer of={list}>
        {({ producers, count, by_status }) => (
          <>
            <div className="flex flex-wrap gap-2 px-6 py-3">
              {["" as const, ...STATUSES].map((value) => (
                <Button
                  key={value}
                  size="small"
                  variant={value === status ? "primary" : "secondary"}
                  aria-pressed={value === status}
                  onClick={() => go({ status: value })}
                >
                  {value ? `${t(`status.${value}`)} (${by_status[value]})` : t("everyStatus")}
                </Button>
              ))}
            </div>
            <Table>
              <Table.Header>
                <Table.Row>
                  {["name", "makes", "place", "phone", "submitted", "state"].map((column) => (
                    <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {producers.map((producer) => (
                  <Table.Row
                    key={producer.id}
                    className="cursor-pointer"
                    onClick={() => navigate(`/producers/${producer.id}`)}
                  >
                    <Table.Cell>
                      <a href={`/app/producers/${producer.id}`} onClick={(event) => event.preventDefault()}>
                        {producer.name ?? t("unnamed")}
                      </a>
                    </Table.Cell>
                    <Table.Cell>{producer.makes}</Table.Cell>
                    <Table.Cell>{[producer.commune, producer.craft_village].filter(Boolean).join(", ")}</Table.Cell>
                    <Table.Cell>{producer.phone}</Table.Cell>
                    <Table.Cell>{producer.submitted_at ? when(producer.submitted_at, i18n.language) : "–"}</Table.Cell>
                    <Table.Cell>
                      <StatusBadge color={STATUS_COLOUR[producer.status]}>{t(`status.${producer.status}`)}</StatusBadge>
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
            <div className="flex items-center justify-between px-6 py-3">
              <Text size="small">{count === 0 ? t("none") : t("found", { count })}</Text>
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
  )
}

export const config = defineRouteConfig({ label: "producers", translationNs: "market", icon: BuildingStorefront })

export default ProducersPage
