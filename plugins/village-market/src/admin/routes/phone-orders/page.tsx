import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Phone } from "@medusajs/icons"
import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { NewPhoneOrder } from "../../components/new-phone-order"
import { useApi } from "../../lib/api"
import { when } from "../../lib/producer"

type PhoneOrder = {
  order_id: string
  keyed_by_kind: "producer" | "operator"
  keyed_by_name: string | null
  created_at: string
  buyer_name: string
  parts: string
  total: number
}

/** Orders that came by phone, and the form to write one down. */
const PhoneOrdersPage = () => {
  const { t, i18n } = useTranslation("market")
  const list = useApi<{ phone_orders: PhoneOrder[] }>("/admin/phone-orders")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-4 px-6 py-4">
        <div>
          <Heading>{t("phoneOrders")}</Heading>
          <Text size="small">{t("phoneOrdersLead")}</Text>
        </div>
        <NewPhoneOrder done={list.reload} />
      </div>
      <Answer of={list}>
        {({ phone_orders }) =>
          phone_orders.length === 0 ? (
            <Text className="p-6">{t("noPhoneOrders")}</Text>
          ) : (
            <Table>
              <Table.Header>
                <Table.Row>
                  {["since", "buyerName", "parts", "amount", "keyedBy"].map((column) => (
                    <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {phone_orders.map((order) => (
                  <Table.Row key={order.order_id}>
                    <Table.Cell>{when(order.created_at, i18n.language)}</Table.Cell>
                    <Table.Cell>{order.buyer_name}</Table.Cell>
                    <Table.Cell>{order.parts}</Table.Cell>
                    <Table.Cell>{money.format(order.total)}</Table.Cell>
                    <Table.Cell>{order.keyed_by_name ?? order.keyed_by_kind}</Table.Cell>
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

export const config = defineRouteConfig({ label: "phoneOrders", translationNs: "market", icon: Phone })
export default PhoneOrdersPage
