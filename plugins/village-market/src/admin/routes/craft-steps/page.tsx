import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BookOpen } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { EditWord, NewWord } from "../../components/craft-word"
import { api, useApi } from "../../lib/api"
import { ASKS, type Family, movedUp, type Word } from "../../lib/craft-steps"

/** The words producers keep their diary with, by craft in the order of the work. */
const CraftStepsPage = () => {
  const { t } = useTranslation("market")
  const list = useApi<{ families: Family[] }>("/admin/craft-steps")
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-4 px-6 py-4">
        <div>
          <Heading>{t("craftSteps")}</Heading>
          <Text size="small">{t("craftStepsLead")}</Text>
        </div>
        {list.data ? <NewWord families={list.data.families} done={list.reload} /> : null}
      </div>
      <Answer of={list}>
        {({ families }) => (
          <>
            {families.map((family) => (
              <FamilyTable key={family.id} family={family} done={list.reload} />
            ))}
          </>
        )}
      </Answer>
    </Container>
  )
}

function FamilyTable({ family, done }: { family: Family; done: () => void }) {
  const { t, i18n } = useTranslation("market")
  return (
    <div className="overflow-x-auto">
      <Heading level="h2" className="px-6 py-4">
        {i18n.language === "vi" ? family.vi : family.en}
      </Heading>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("stepVi")}</Table.HeaderCell>
            <Table.HeaderCell>{t("stepEn")}</Table.HeaderCell>
            <Table.HeaderCell>CBV</Table.HeaderCell>
            <Table.HeaderCell>{t("stepAsks")}</Table.HeaderCell>
            <Table.HeaderCell />
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {family.words.map((word) => (
            <WordRow key={word.id} family={family} word={word} done={done} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function WordRow({ family, word, done }: { family: Family; word: Word; done: () => void }) {
  const { t } = useTranslation("market")
  const send = (path: string, body: object) =>
    api(path, body).then(done, (error: Error) => void toast.error(error.message))
  const up = () => send("/admin/craft-step-orders", { family: family.id, ids: movedUp(family.words, word.id) })
  return (
    <Table.Row>
      <Table.Cell>
        {word.vi} {word.hidden ? <StatusBadge color="grey">{t("stepHidden")}</StatusBadge> : null}
      </Table.Cell>
      <Table.Cell>{word.en}</Table.Cell>
      <Table.Cell>{word.biz_step ?? "–"}</Table.Cell>
      <Table.Cell>
        {ASKS.filter((name) => word[name])
          .map((name) => t(`stepAsksOf.${name}`))
          .join(", ") || "–"}
      </Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-2">
          <Button size="small" variant="secondary" disabled={family.words[0] === word} onClick={up}>
            {t("stepUp")}
          </Button>
          <EditWord word={word} done={done} />
          <Button
            size="small"
            variant="secondary"
            onClick={() => send(`/admin/craft-steps/${word.id}`, { hidden: !word.hidden })}
          >
            {t(word.hidden ? "showStep" : "hideStep")}
          </Button>
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

export const config = defineRouteConfig({ label: "craftSteps", translationNs: "market", icon: BookOpen })
export default CraftStepsPage
