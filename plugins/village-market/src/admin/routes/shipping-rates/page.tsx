import { defineRouteConfig } from "@medusajs/admin-sdk"
import { TruckFast } from "@medusajs/icons"
import { Container, Heading, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { NewRate } from "../../components/new-rate"
import { RatePreview } from "../../components/rate-preview"
import { useApi } from "../../lib/api"
import { AREAS, type Rate, type Rates } from "../../lib/shipping"

/** What delivery costs by weight and distance: in force, to come and over. */
const ShippingRatesPage = () => {
  const { t } = useTranslation("market")
  const list = useApi<Rates>("/admin/shipping-rates")
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-4 px-6 py-4">
        <div>
          <Heading>{t("shippingRates")}</Heading>
          <Text size="small">{t("shippingRatesLead")}</Text>
        </div>
        {list.data ? <NewRate today={list.data.day} done={list.reload} /> : null}
      </div>
      <Answer of={list}>
        {({ day, in_force, future, past }) => (
          <>
            <RatePreview today={day} />
            <RateTable title={t("ratesInForce")} rates={in_force} marked />
            <RateTable title={t("ratesFuture")} rates={future} />
            <RateTable title={t("ratesPast")} rates={past} />
          </>
        )}
      </Answer>
    </Container>
  )
}

const COLUMNS = ["rateArea", "rateMeans", "rateWeight", "ratePrice", "ratePerKg", "rateDates", "rateBasis"]

function RateTable({ title, rates, marked = false }: { title: string; rates: Rate[]; marked?: boolean }) {
  const { t, i18n } = useTranslation("market")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  const kilograms = new Intl.NumberFormat(i18n.language, { style: "unit", unit: "kilogram", maximumFractionDigits: 3 })
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "short", timeZone: "UTC" })
  const day = (iso: string) => date.format(new Date(iso))
  const sorted = [...rates].sort(
    (a, b) =>
      AREAS.indexOf(a.area) - AREAS.indexOf(b.area) ||
      a.over_grams - b.over_grams ||
      b.valid_from.localeCompare(a.valid_from),
  )
  return (
    <div className="overflow-x-auto">
      <Heading level="h2" className="px-6 py-4">
        {title}
      </Heading>
      {rates.length === 0 ? (
        <Text className="px-6 pb-4">{t("noRates")}</Text>
      ) : (
        <Table>
          <Table.Header>
            <Table.Row>
              {COLUMNS.map((column) => (
                <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {sorted.map((rate) => (
              <Table.Row key={rate.id}>
                <Table.Cell>{t(`rateAreas.${rate.area}`)}</Table.Cell>
                <Table.Cell>{t(`rateMeansOf.${rate.means}`)}</Table.Cell>
                <Table.Cell className="whitespace-nowrap">
                  {kilograms.format(rate.over_grams / 1000)} – {kilograms.format(rate.to_grams / 1000)}
                </Table.Cell>
                <Table.Cell>{money.format(rate.price)}</Table.Cell>
                <Table.Cell>{money.format(rate.per_kg)}</Table.Cell>
                <Table.Cell className="whitespace-nowrap">
                  {day(rate.valid_from)} – {rate.valid_to ? day(rate.valid_to) : t("rateOpenEnd")}
                  {marked && !rate.counts ? <StatusBadge color="grey">{t("replaced")}</StatusBadge> : null}
                </Table.Cell>
                <Table.Cell>{rate.basis}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </div>
  )
}

export const config = defineRouteConfig({ label: "shippingRates", translationNs: "market", icon: TruckFast })
export default ShippingRatesPage
