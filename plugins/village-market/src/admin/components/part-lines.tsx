import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { dong, type Part, type ReturnRow } from "../lib/orders"
import { ActOnPart } from "./act-on-part"

type Props = { part: Part; done: () => void }

/** The lines with the terms frozen at the sale, and the returns asked for. */
export function PartLines({ part, done }: Props) {
  const { t, i18n } = useTranslation("market")
  const amount = (value: number) => dong(value, i18n.language)
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("order.lines")}
      </Heading>
      <Table>
        <Table.Header>
          <Table.Row>
            {["goods", "left", "price", "discount", "shipping", "commission", "tax"].map((column) => (
              <Table.HeaderCell key={column}>{t(`order.column.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {part.lines.map((line) => (
            <Table.Row key={line.id}>
              <Table.Cell>{line.title}</Table.Cell>
              <Table.Cell>
                {line.left === line.quantity ? line.quantity : `${line.left} / ${line.quantity}`} {line.unit}
              </Table.Cell>
              <Table.Cell>{amount(line.unit_price)}</Table.Cell>
              <Table.Cell>{line.discount > 0 ? amount(-line.discount) : "–"}</Table.Cell>
              <Table.Cell>{amount(line.shipping)}</Table.Cell>
              <Table.Cell>
                {amount(line.commission)} ({line.commission_rate_bp / 100} %)
              </Table.Cell>
              <Table.Cell>{amount(line.tax_vat + line.tax_pit)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {part.returns.map((request) => (
        <Return key={request.id} part={part} request={request} done={done} />
      ))}
    </Container>
  )
}

function Return({ part, request, done }: Props & { request: ReturnRow }) {
  const { t } = useTranslation("market")
  const line = part.lines.find(({ id }) => id === request.line_id)
  const answers =
    request.status === "asked"
      ? ["accept", "refuse", "receive"]
      : request.status === "accepted"
        ? ["receive", "refuse"]
        : []
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
      <Text size="small">
        {t("order.returnLine", { quantity: request.quantity, unit: line?.unit ?? "", title: line?.title ?? "" })}:{" "}
        {t(`order.returnReason.${request.reason}`, request.reason)}
        {request.note && `, “${request.note}”`} · <b>{t(`order.returnStatus.${request.status}`)}</b>
        {request.answer && ` · ${request.answer}`}
      </Text>
      <div className="flex gap-2">
        {answers.map((answer) => (
          <ActOnPart
            key={answer}
            path={`/admin/producer-orders/${part.id}/returns/${request.id}/${answer}`}
            label={t(`order.answer.${answer}`)}
            field="note"
            danger={answer === "refuse"}
            done={done}
          />
        ))}
      </div>
    </div>
  )
}
