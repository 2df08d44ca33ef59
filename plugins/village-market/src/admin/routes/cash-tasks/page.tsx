import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Cash } from "@medusajs/icons"
import { Button, Container, Heading, Input, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Answer } from "../../components/answer"
import { CashTakingLine } from "../../components/cash-taking"
import { api, useApi } from "../../lib/api"
import type { CashTaking } from "../../lib/orders"

type Task = CashTaking & {
  display_no: string
  producer_id: string
  producer_name: string | null
  buyer_name: string
  collected: boolean
}

/** Cash that does not add up or that nothing shows: a person asks and writes down what came of it. */
const CashTasksPage = () => {
  const { t } = useTranslation("market")
  const list = useApi<{ cash_tasks: Task[] }>("/admin/cash-tasks")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("cashTasks")}</Heading>
        <Text size="small">{t("cashTasksLead")}</Text>
      </div>
      <Answer of={list}>
        {({ cash_tasks }) =>
          cash_tasks.length === 0 ? (
            <Text className="p-6">{t("noCashTasks")}</Text>
          ) : (
            <ul className="divide-y">
              {cash_tasks.map((task) => (
                <li key={task.id} className="flex flex-col gap-2 px-6 py-4">
                  <Text weight="plus">
                    <Link className="underline" to={`/producer-orders/${task.producer_order_id}`}>
                      {t("order.title", { no: task.display_no })}
                    </Link>{" "}
                    <Link className="underline" to={`/producers/${task.producer_id}`}>
                      {task.producer_name ?? t("unnamed")}
                    </Link>{" "}
                    → {task.buyer_name}
                  </Text>
                  <CashTakingLine taking={task} />
                  {task.collected && <Text size="small">{t("cashSaid.collected")}</Text>}
                  <AnswerForm id={task.id} done={list.reload} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Container>
  )
}

function AnswerForm({ id, done }: { id: number; done: () => void }) {
  const { t } = useTranslation("market")
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = new FormData(event.currentTarget).get("note")
    setBusy(true)
    try {
      await api(`/admin/cash-tasks/${String(id)}/answer`, { note })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return (
    <form className="flex gap-2" onSubmit={send}>
      <Input
        name="note"
        size="small"
        required
        className="min-w-0"
        minLength={3}
        maxLength={500}
        aria-label={t("cashAnswerHint")}
        placeholder={t("cashAnswerHint")}
      />
      <Button size="small" variant="secondary" type="submit" isLoading={busy} style={{ whiteSpace: "nowrap" }}>
        {t("cashAnswer")}
      </Button>
    </form>
  )
}

export const config = defineRouteConfig({ label: "cashTasks", translationNs: "market", icon: Cash })
export default CashTasksPage
