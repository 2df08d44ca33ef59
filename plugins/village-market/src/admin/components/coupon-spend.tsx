import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Spend } from "../lib/coupon"

/** What coupons have cost each funder, in orders that were not called off. */
export function CouponSpend({ spend }: { spend: Spend[] }) {
  const { t, i18n } = useTranslation("market")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  if (spend.length === 0) return null
  return (
    <div className="py-4">
      <Text weight="plus" className="px-6 pb-2">
        {t("couponSpend")}
      </Text>
      <Table>
        <Table.Header>
          <Table.Row>
            {["couponFunder", "coupons", "couponOrders", "couponSpent"].map((column) => (
              <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {spend.map(({ funder, name, coupons, orders, spent }) => (
            <Table.Row key={funder}>
              <Table.Cell>{funder === "platform" ? t("platform") : (name ?? funder)}</Table.Cell>
              <Table.Cell>{coupons}</Table.Cell>
              <Table.Cell>{orders}</Table.Cell>
              <Table.Cell>{money.format(spent)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
