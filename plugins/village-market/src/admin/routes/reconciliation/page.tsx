import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircle } from "@medusajs/icons"
import { Button, Container, Heading, Input, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { AlarmBanner } from "../../components/alarm-banner"
import { Answer } from "../../components/answer"
import { Evidence } from "../../components/evidence"
import { SettlementFiles } from "../../components/settlement-files"
import { useApi } from "../../lib/api"
import { useDeed, WIDE } from "../../lib/deed"
import { when } from "../../lib/producer"

type Task = {
  id: string
  kind: string
  subject: string
  evidence: Record<string, unknown>
  opened_at: string
  solved_at: string | null
  solved_by: string | null
  note: string | null
}
type Tasks = { reconciliation_tasks: Task[] }

/** What does not agree between the gateways and us, and the files it is found by. */
const ReconciliationPage = () => {
  const { t } = useTranslation("market")
  const [solved, setSolved] = useState(false)
  const list = useApi<Tasks>(`/admin/reconciliation-tasks?solved=${solved}`)
  const { busy, run } = useDeed(list.reload)
  const ask = () =>
    run<Record<"asked" | "decided" | "never_paid", number>>("/admin/payments/reconcile", {}, (told) =>
      t("reconciled", told),
    )
  return (
    <div className="flex flex-col gap-3">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
          <div style={WIDE}>
            <Heading>{t("reconciliation")}</Heading>
            <Text size="small">{t("reconciliationLead")}</Text>
          </div>
          <Button size="small" variant="secondary" isLoading={busy} onClick={ask}>
            {t("reconcileNow")}
          </Button>
        </div>
        <AlarmBanner kind="task" />
        <div className="flex gap-2 px-6 py-3">
          {[false, true].map((which) => (
            <Button
              key={String(which)}
              size="small"
              variant={which === solved ? "primary" : "transparent"}
              aria-pressed={which === solved}
              onClick={() => setSolved(which)}
            >
              {t(which ? "tasksSolved" : "tasksOpen")}
            </Button>
          ))}
        </div>
        <Answer of={list}>
          {({ reconciliation_tasks: tasks }) =>
            tasks.length === 0 ? (
              <Text className="p-6">{t(solved ? "noTasksSolved" : "noTasks")}</Text>
            ) : (
              <ul className="divide-y">
                {tasks.map((task) => (
                  <TaskItem key={task.id} task={task} done={list.reload} />
                ))}
              </ul>
            )
          }
        </Answer>
      </Container>
      <SettlementFiles imported={list.reload} />
    </div>
  )
}

function TaskItem({ task, done }: { task: Task; done: () => void }) {
  const { t, i18n } = useTranslation("market")
  const solved = task.solved_at && {
    who: task.solved_by,
    when: when(task.solved_at, i18n.language),
    note: task.note,
  }
  return (
    <li className="flex flex-wrap items-start gap-4 px-6 py-4">
      <div style={WIDE}>
        <Text weight="plus">{t(`task.${task.kind}`, { defaultValue: task.kind })}</Text>
        <Text size="small">{task.subject}</Text>
        <Text size="xsmall">{t("waited", { when: when(task.opened_at, i18n.language) })}</Text>
      </div>
      <div style={WIDE}>
        <Evidence of={task.evidence} />
      </div>
      <div style={WIDE}>
        {solved ? <Text size="small">{t("taskSolvedBy", solved)}</Text> : <Solve id={task.id} done={done} />}
      </div>
    </li>
  )
}

function Solve({ id, done }: { id: string; done: () => void }) {
  const { t } = useTranslation("market")
  const { busy, run } = useDeed(done)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = new FormData(event.currentTarget).get("note")
    return run(`/admin/reconciliation-tasks/${encodeURIComponent(id)}/solve`, { note })
  }
  return (
    <form className="flex flex-wrap gap-2" onSubmit={send}>
      <Input
        name="note"
        size="small"
        required
        minLength={3}
        className="w-full min-w-0"
        aria-label={t("taskSolveHint")}
        placeholder={t("taskSolveHint")}
      />
      <Button size="small" variant="secondary" type="submit" isLoading={busy} style={{ whiteSpace: "nowrap" }}>
        {t("taskSolve")}
      </Button>
    </form>
  )
}

export const config = defineRouteConfig({ label: "reconciliation", translationNs: "market", icon: CheckCircle })
export default ReconciliationPage
