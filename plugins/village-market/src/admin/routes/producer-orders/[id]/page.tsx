import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { ActOnPart } from "../../../components/act-on-part"
import { Answer } from "../../../components/answer"
import { CashTakingLine } from "../../../components/cash-taking"
import { PartLines } from "../../../components/part-lines"
import { PartTrail } from "../../../components/part-trail"
import { Repairs } from "../../../components/repairs"
import { useApi } from "../../../lib/api"
import { dong, PART_COLOUR, type Part } from "../../../lib/orders"

/** One producer's part of an order: what is in it, whose money it is, what happened, and what the operator may do. */
const ProducerOrderPage = () => {
  const { id = "" } = useParams()
  const part = useApi<{ producer_order: Part }>(`/admin/producer-orders/${encodeURIComponent(id)}`)
  return <Answer of={part}>{(data) => <Shown part={data.producer_order} reload={part.reload} />}</Answer>
}

const MOVES = ["accept", "pack", "unpack", "hand_over", "deliver", "complete", "expire", "cancel"] as const

function Shown({ part, reload }: { part: Part; reload: () => void }) {
  const { t, i18n } = useTranslation("market")
  const amount = (value: number) => dong(value, i18n.language)
  const { money, producer } = part
  const cash = part.payment_means === "cash" && money.at_door > 0
  const facts: [string, ReactNode][] = [
    [
      t("order.seller"),
      <Link key="seller" className="underline" to={`/producers/${producer.id}`}>
        {producer.name ?? t("unnamed")}, {producer.phone}
      </Link>,
    ],
    [t("helper"), [producer.helper_name, producer.helper_phone].filter(Boolean).join(", ")],
    [
      t("order.buyer"),
      [part.buyer_name, part.buyer_phone, part.buyer_email, part.buyer_address].filter(Boolean).join(", "),
    ],
    [t("order.means.label"), `${t(`order.means.${part.payment_means}`)}, ${t(`order.channel.${part.channel}`)}`],
    [t("order.carrier"), [part.carrier, part.tracking_code].filter(Boolean).join(", ")],
    [
      t("order.siblings"),
      part.siblings.map((other) => (
        <Link key={other.id} className="mr-3 underline" to={`/producer-orders/${other.id}`}>
          {other.display_no} ({t(`order.status.${other.status}`)})
        </Link>
      )),
    ],
  ]
  const sums = [
    ["ordered", money.ordered],
    ["takenOff", -money.taken_off],
    ["costs", money.costs],
    ["paid", money.paid],
    ["toPay", money.to_pay],
    ["atDoor", money.at_door],
    ["goingBack", money.going_back],
    ["refunded", money.refunded],
  ] as const
  const rows: [string, ReactNode][] = sums
    .filter(([name, value]) => value !== 0 || name === "costs")
    .map(([name, value]) => [t(`order.money.${name}`), amount(value)])
  return (
    <div className="flex flex-col gap-3">
      {part.repair && <Repairs />}
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div className="flex items-center gap-3">
            <Heading>{t("order.title", { no: part.display_no })}</Heading>
            <StatusBadge color={part.hours_late === null ? PART_COLOUR[part.status] : "red"}>
              {t(`order.status.${part.status}`)}
              {part.hours_late !== null && `, ${t("order.late", { count: part.hours_late })}`}
            </StatusBadge>
          </div>
          <div className="flex flex-wrap gap-2">
            {MOVES.filter((move) => part.moves.includes(move)).map((move) => (
              <ActOnPart
                key={move}
                path={`/admin/producer-orders/${part.id}/${move}`}
                label={t(`order.move.${move}`)}
                field="reason"
                cash={cash && (move === "hand_over" || move === "deliver")}
                carrier={move === "hand_over"}
                danger={move === "cancel" || move === "expire"}
                done={reload}
              />
            ))}
            <Button size="small" variant="transparent" asChild>
              <Link to="/producer-orders">{t("producerOrders")}</Link>
            </Button>
          </div>
        </div>
        <Facts rows={facts.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value))} />
      </Container>
      <PartLines part={part} done={reload} />
      <Container className="divide-y p-0">
        <Heading level="h2" className="px-6 py-4">
          {t("order.money.label")}
        </Heading>
        <Facts rows={rows} />
        {part.cash_takings.length > 0 && (
          <div className="px-6 py-3">
            {part.cash_takings.map((taking) => (
              <CashTakingLine key={taking.id} taking={taking} />
            ))}
          </div>
        )}
        {part.refunds.length > 0 && (
          <div className="px-6 py-3">
            <Text size="small">
              {part.refunds.map(({ id, amount: owed, returned_at }) => (
                <span key={id} className="mr-4">
                  {amount(owed)}: {t(returned_at ? "order.refundDone" : "order.refundOpen")}
                </span>
              ))}{" "}
              <Link className="underline" to="/refunds">
                {t("refunds")}
              </Link>
            </Text>
          </div>
        )}
      </Container>
      <PartTrail part={part} />
    </div>
  )
}

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name} className="grid grid-cols-[12rem_1fr] gap-4 px-6 py-2">
          <dt className="txt-small text-ui-fg-subtle">{name}</dt>
          <dd className="txt-small">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export default ProducerOrderPage
