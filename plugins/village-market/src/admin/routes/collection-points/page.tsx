import { defineRouteConfig } from "@medusajs/admin-sdk"
import { MapPin } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { TextField } from "../../components/fields"
import { FormModal } from "../../components/form-modal"
import { api, useApi } from "../../lib/api"

type Point = {
  id: string
  commune: string
  name: string
  address: string
  opening_hours: string
  active: boolean
}

/** Where buyers fetch goods, everywhere. */
const CollectionPointsPage = () => {
  const { t } = useTranslation("market")
  const list = useApi<{ collection_points: Point[] }>("/admin/collection-points")
  const turn = async ({ id, active }: Point) => {
    try {
      await api(`/admin/collection-points/${encodeURIComponent(id)}`, { active: !active })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    list.reload()
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-4 px-6 py-4">
        <div>
          <Heading>{t("collectionPoints")}</Heading>
          <Text size="small">{t("collectionPointsLead")}</Text>
        </div>
        <NewPoint done={list.reload} />
      </div>
      <Answer of={list}>
        {({ collection_points }) =>
          collection_points.length === 0 ? (
            <Text className="p-6">{t("noPoints")}</Text>
          ) : (
            <Table>
              <Table.Header>
                <Table.Row>
                  {["pointCommune", "pointName", "pointAddress", "pointHours", "state"].map((column) => (
                    <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                  ))}
                  <Table.HeaderCell />
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {collection_points.map((point) => (
                  <Table.Row key={point.id}>
                    <Table.Cell>{point.commune}</Table.Cell>
                    <Table.Cell>{point.name}</Table.Cell>
                    <Table.Cell>{point.address}</Table.Cell>
                    <Table.Cell>{point.opening_hours}</Table.Cell>
                    <Table.Cell>
                      <StatusBadge className="whitespace-nowrap" color={point.active ? "green" : "grey"}>
                        {t(point.active ? "pointOpen" : "pointClosed")}
                      </StatusBadge>
                    </Table.Cell>
                    <Table.Cell className="text-right">
                      <Button
                        size="small"
                        variant="transparent"
                        className="whitespace-nowrap"
                        onClick={() => turn(point)}
                      >
                        {t(point.active ? "closePoint" : "openPoint")}
                      </Button>
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

function NewPoint({ done }: { done: () => void }) {
  const { t } = useTranslation("market")
  const send = async (form: FormData) => {
    await api("/admin/collection-points", Object.fromEntries(form))
    done()
  }
  return (
    <FormModal title={t("newPoint")} submit={t("addPoint")} send={send}>
      <TextField
        name="commune_code"
        label={t("pointCommuneCode")}
        inputMode="numeric"
        pattern="[0-9]{5}"
        maxLength={5}
        required
      />
      <TextField name="name" label={t("pointName")} maxLength={100} required />
      <TextField name="address" label={t("pointAddress")} maxLength={200} required />
      <TextField name="opening_hours" label={t("pointHours")} maxLength={100} required />
    </FormModal>
  )
}

export const config = defineRouteConfig({ label: "collectionPoints", translationNs: "market", icon: MapPin })
export default CollectionPointsPage
