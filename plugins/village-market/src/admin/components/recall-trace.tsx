import { Button, Heading, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import type { Trace } from "../lib/recalls"
import { TextField } from "./fields"

type Asked = { lot?: string; order?: string }

/** From a lot to all orders and inputs, from an order to all lots and inputs; and the same as a file. */
export function RecallTrace() {
  const { t } = useTranslation("market")
  const [found, setFound] = useState<Trace & { asked: Asked }>()
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked: Asked = {}
    for (const name of ["lot", "order"] as const) {
      const value = String(form.get(name) ?? "").trim()
      if (value) asked[name] = value
    }
    try {
      setFound({ ...(await api<Trace>(`/admin/recalls/trace?${new URLSearchParams(asked)}`)), asked })
    } catch (error) {
      setFound(undefined)
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className="flex flex-col gap-3 px-6 py-4">
      <Heading level="h2">{t("trace")}</Heading>
      <Text size="small">{t("traceLead")}</Text>
      <form className="flex flex-wrap items-end gap-2" onSubmit={ask}>
        <TextField name="lot" label={t("recallLotCode")} maxLength={100} autoComplete="off" />
        <TextField name="order" label={t("traceOrder")} maxLength={40} autoComplete="off" />
        <Button type="submit" variant="secondary">
          {t("traceAsk")}
        </Button>
      </form>
      {found ? <Found {...found} /> : null}
    </div>
  )
}

function Found({ trace, asked }: Trace & { asked: Asked }) {
  const { t } = useTranslation("market")
  return (
    <div className="flex flex-col gap-2">
      <Text weight="plus">{t("traceLots")}</Text>
      <ul>
        {trace.lots.map(({ id, code, title, producer, place }) => (
          <li key={id}>
            <Text size="small">
              {code} · {title} · {producer} ({t(`tracePlace.${place}`)})
            </Text>
          </li>
        ))}
      </ul>
      <Text weight="plus">{t("traceLines")}</Text>
      <ul>
        {trace.lines.map(({ line_id, lot_code, order_no, quantity, unit, title, producer }) => (
          <li key={`${line_id} ${lot_code}`}>
            <Text size="small">
              {order_no}: {quantity} {unit} {title} · {producer} · {lot_code}
            </Text>
          </li>
        ))}
      </ul>
      <Csv asked={asked} />
    </div>
  )
}

/** With a reason the file names the buyers; who had it stands in the audit trail. */
function Csv({ asked }: { asked: Asked }) {
  const { t } = useTranslation("market")
  const get = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim()
    const answer = await fetch("/admin/recalls/trace/csv", {
      method: "POST",
      credentials: "include",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...asked, reason, personal: reason !== "" }),
    })
    if (!answer.ok) return void toast.error((await answer.json()).message ?? answer.statusText)
    const link = document.createElement("a")
    link.href = URL.createObjectURL(await answer.blob())
    link.download = `truy-xuat-${asked.lot ?? asked.order}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={get}>
      <TextField name="reason" label={t("tracePersonal")} maxLength={300} />
      <Button type="submit" variant="secondary" size="small">
        {t("traceCsv")}
      </Button>
    </form>
  )
}
