import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Button, Container, Heading, Input, Label, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Answer } from "../../components/answer"
import { useApi } from "../../lib/api"
import { dong } from "../../lib/orders"

const FIELDS = ["captured", "refunded", "by_hand", "fees", "unplaced", "owed", "awaiting", "in_review"] as const
type Amounts = Record<(typeof FIELDS)[number], number> & { fees_known: boolean }
type Side = { statement: number; orders: number; beside: number; difference: number }
type Statement = {
  from: string
  to: string
  lines: (Amounts & { day: string; means: "vnpay" | "bank" | "stripe" | "cash" })[]
  totals: Amounts & { net: number }
  check: {
    ok: boolean
    captured: Side
    returned: Side
    orders: { order_id: string; display_id: number | null; what: string; ours: number; medusa: number }[]
  }
}

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())

/** Day by day what came, went back and was kept, and whether it agrees with the order book. */
const StatementPage = () => {
  const { t } = useTranslation("market")
  const [days, setDays] = useState({ from: today(), to: today() })
  const asked = new URLSearchParams(days)
  const list = useApi<{ statement: Statement }>(`/admin/payments/statement?${asked}`)
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setDays({ from: String(form.get("from")), to: String(form.get("to")) })
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("statement")}</Heading>
        <Text size="small">{t("statementLead")}</Text>
        <form className="mt-3 flex flex-wrap items-end gap-3" onSubmit={show}>
          {(["from", "to"] as const).map((name) => (
            <div key={name} className="flex flex-col gap-1">
              <Label htmlFor={name} size="small">
                {t(name === "from" ? "statementFrom" : "statementTo")}
              </Label>
              <Input id={name} name={name} type="date" size="small" required defaultValue={days[name]} />
            </div>
          ))}
          <Button size="small" variant="secondary" type="submit">
            {t("statementShow")}
          </Button>
          <Button size="small" variant="transparent" asChild>
            <a href={`/admin/payments/statement/csv?${asked}`}>{t("statementCsv")}</a>
          </Button>
        </form>
      </div>
      <Answer of={list}>{({ statement }) => <Shown statement={statement} />}</Answer>
    </Container>
  )
}

function Shown({ statement: { lines, totals, check } }: { statement: Statement }) {
  const { t, i18n } = useTranslation("market")
  const money = (amount: number) => dong(amount, i18n.language)
  const side = ({ statement, orders, beside, difference }: Side) => ({
    ...{ statement: money(statement), orders: money(orders), beside: money(beside), difference: money(difference) },
  })
  return (
    <>
      <div className="px-6 py-3" role={check.ok ? "status" : "alert"}>
        <Text weight="plus">{t(check.ok ? "statementAgrees" : "statementDiffers")}</Text>
        {(["captured", "returned"] as const).map((what) => (
          <Text key={what} size="small">
            {t(`statementCheck.${what}`, side(check[what]))}
          </Text>
        ))}
        {check.orders.map(({ order_id, display_id, what, ours, medusa }) => (
          <Text key={`${order_id} ${what}`} size="small">
            <Link to={`/orders/${order_id}`} className="text-ui-fg-interactive">
              {t("orderNo", { no: display_id ?? order_id })}
            </Link>{" "}
            {t("statementOrder", { what: t(`statementWhat.${what}`), ours: money(ours), medusa: money(medusa) })}
          </Text>
        ))}
      </div>
      {lines.length === 0 ? (
        <Text className="p-6">{t("noStatement")}</Text>
      ) : (
        <ul className="divide-y">
          {lines.map((line) => (
            <li key={`${line.day} ${line.means}`} className="px-6 py-3">
              <Text weight="plus">
                {dayWords(line.day, i18n.language)} · {t(`means.${line.means}`)}
              </Text>
              <Fields of={line} />
            </li>
          ))}
          <li className="bg-ui-bg-subtle px-6 py-3">
            <Text weight="plus">
              {t("statementTotal")} · {t("statementField.net")} {money(totals.net)}
            </Text>
            <Fields of={totals} />
          </li>
        </ul>
      )}
    </>
  )
}

/** What is nought is left out, but for what came. */
function Fields({ of }: { of: Amounts }) {
  const { t, i18n } = useTranslation("market")
  const shown = FIELDS.filter(
    (field) => of[field] !== 0 || field === "captured" || (field === "fees" && !of.fees_known),
  )
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {shown.map((field) => (
        <div key={field} className="flex gap-2">
          <dt className="txt-small text-ui-fg-subtle">{t(`statementField.${field}`)}</dt>
          <dd className="txt-small" style={{ fontVariantNumeric: "tabular-nums" }}>
            {field === "fees" && !of.fees_known
              ? `${of.fees === 0 ? "" : `${dong(of.fees, i18n.language)}, `}${t("feesUnknown")}`
              : dong(of[field], i18n.language)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const dayWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))

export const config = defineRouteConfig({ label: "statement", translationNs: "market", icon: DocumentText })
export default StatementPage
