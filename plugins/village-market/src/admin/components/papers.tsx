import { Badge, Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import type { Dossier } from "../lib/producer"

type Props = { producerId: string; evidence: Dossier["evidence"]; done: () => void }

/** The papers of a producer, opened in a tab of their own and marked. */
export function Papers({ producerId, evidence, done }: Props) {
  const { t } = useTranslation("market")
  const mark = async (address: string, decision: "verify" | "refuse") => {
    try {
      await api(address, { decision })
      toast.success(t("done.evidence"))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    done()
  }
  return (
    <Container className="flex flex-col gap-3">
      <Heading level="h2">{t("evidence")}</Heading>
      {evidence.length === 0 && <Text size="small">{t("noEvidence")}</Text>}
      {evidence.map(({ id, kind, status, note }) => {
        const address = `/admin/producers/${producerId}/evidence/${id}`
        return (
          <div key={id} className="flex flex-wrap items-center gap-2">
            <Text size="small" className="grow">
              {t(`evidenceKind.${kind}`)} {note && `· ${note}`}
            </Text>
            <Badge size="small">{t(`evidenceStatus.${status}`)}</Badge>
            <Button size="small" variant="secondary" asChild>
              <a href={address} target="_blank" rel="noreferrer">
                {t("open")}
              </a>
            </Button>
            <Button
              size="small"
              variant="secondary"
              disabled={status === "verified"}
              onClick={() => mark(address, "verify")}
            >
              {t("verify")}
            </Button>
            <Button
              size="small"
              variant="secondary"
              disabled={status === "refused"}
              onClick={() => mark(address, "refuse")}
            >
              {t("refuseEvidence")}
            </Button>
          </div>
        )
      })}
    </Container>
  )
}
