import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Tag } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { CouponSpend } from "../../components/coupon-spend"
import { NewCoupon } from "../../components/new-coupon"
import { api, useApi } from "../../lib/api"
import type { Coupon, Spend } from "../../lib/coupon"

const COLOUR = { coming: "blue", running: "green", used_up: "orange", over: "grey", stopped: "grey" } as const

/** The platform's coupons and those of all producers, with their use and who pays for them. */
const CouponsPage = () => {
  const { t, i18n } = useTranslation("market")
  const prompt = usePrompt()
  const list = useApi<{ coupons: Coupon[]; spend: Spend[] }>("/admin/coupons")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "short", timeZone: "Asia/Ho_Chi_Minh" })
  const stop = async ({ id, code }: Coupon) => {
    const label = { confirmText: t("couponStop"), cancelText: t("cancel") }
    if (!(await prompt({ title: code, description: t("couponStopSure"), ...label }))) return
    try {
      await api(`/admin/coupons/${id}/stop`, {})
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    list.reload()
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading>{t("coupons")}</Heading>
        <NewCoupon made={list.reload} />
      </div>
      <Answer of={list}>
        {({ coupons, spend }) => (
          <>
            <CouponSpend spend={spend} />
            {coupons.length === 0 ? <Text className="p-6">{t("noCoupons")}</Text> : null}
            <Table>
              <Table.Header>
                <Table.Row>
                  {["couponCode", "couponFunder", "couponOff", "couponDays", "couponUses", "couponSpent", "state"].map(
                    (column) => (
                      <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                    ),
                  )}
                  <Table.HeaderCell />
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {coupons.map((coupon) => (
                  <Table.Row key={coupon.id}>
                    <Table.Cell>{coupon.code}</Table.Cell>
                    <Table.Cell>{coupon.funded_by === "platform" ? t("platform") : coupon.producer_name}</Table.Cell>
                    <Table.Cell>
                      {coupon.kind === "percent" ? `${coupon.value} %` : money.format(coupon.value)}
                      {coupon.minimum > 0 ? ` ${t("couponFrom", { minimum: money.format(coupon.minimum) })}` : ""}
                    </Table.Cell>
                    <Table.Cell>
                      {day.format(new Date(coupon.starts_at))} –{" "}
                      {coupon.ends_at ? day.format(new Date(Date.parse(coupon.ends_at) - 1)) : ""}
                    </Table.Cell>
                    <Table.Cell>
                      {coupon.max_uses === null ? coupon.orders : `${coupon.used} / ${coupon.max_uses}`}
                    </Table.Cell>
                    <Table.Cell>{money.format(coupon.spent)}</Table.Cell>
                    <Table.Cell>
                      <StatusBadge color={COLOUR[coupon.state]}>{t(`couponState.${coupon.state}`)}</StatusBadge>
                    </Table.Cell>
                    <Table.Cell className="text-right">
                      {coupon.state === "stopped" || coupon.state === "over" ? null : (
                        <Button size="small" variant="transparent" onClick={() => stop(coupon)}>
                          {t("couponStop")}
                        </Button>
                      )}
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </>
        )}
      </Answer>
    </Container>
  )
}

export const config = defineRouteConfig({ label: "coupons", translationNs: "market", icon: Tag })

export default CouponsPage
