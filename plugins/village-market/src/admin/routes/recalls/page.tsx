import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Answer } from "../../components/answer"
import { RecallStart } from "../../components/recall-start"
import { RecallTrace } from "../../components/recall-trace"
import { useApi } from "../../lib/api"
import { WIDE } from "../../lib/deed"
import { when } from "../../lib/producer"
import { progress, type Recall } from "../../lib/recalls"

/** All recalls, the way to start one, and tracing both ways. */
const RecallsPage = () => {
  const { t, i18n } = useTranslation("market")
  const list = useApi<{ recalls: Recall[] }>("/admin/recalls")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("recalls")}</Heading>
        <Text size="small">{t("recallsLead")}</Text>
      </div>
      <RecallStart />
      <RecallTrace />
      <Answer of={list}>
        {({ recalls }) =>
          recalls.length === 0 ? (
            <Text className="p-6">{t("noRecalls")}</Text>
          ) : (
            <ul className="divide-y">
              {recalls.map((recall) => (
                <li key={recall.id} className="flex flex-wrap items-start gap-4 px-6 py-4">
                  <div style={WIDE}>
                    <Link to={`/recalls/${recall.id}`} className="text-ui-fg-interactive">
                      {recall.lot_title} · {recall.lot_code}
                    </Link>
                    <Text size="small">{recall.producer_name}</Text>
                    <Text size="xsmall">{when(recall.at, i18n.language)}</Text>
                  </div>
                  <div style={WIDE}>
                    <Badge size="2xsmall" color={recall.lifted ? "green" : "red"}>
                      {t(recall.lifted ? "recallLifted" : "recallStands")}
                    </Badge>
                    <Text size="small">{t(`recallReason.${recall.reason}`)}</Text>
                  </div>
                  <div style={WIDE}>
                    <Text size="small">{t("recallTold", progress(recall.reach))}</Text>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Container>
  )
}

export const config = defineRouteConfig({ label: "recalls", translationNs: "market", icon: ExclamationCircle })
export default RecallsPage
