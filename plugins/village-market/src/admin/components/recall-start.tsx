import { Button, Heading, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { RECALL_ADVICE, RECALL_REASONS } from "../../modules/traceability/recall/recall-rules"
import { api } from "../lib/api"
import type { Recall, RecallPreview } from "../lib/recalls"
import { ChoiceField, TextField } from "./fields"

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "").trim()

/** First what a recall would touch, then the recall: two steps, so that nobody recalls by a slip. */
export function RecallStart() {
  const { t } = useTranslation("market")
  const [seen, setSeen] = useState<RecallPreview & { key: string }>()
  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = textOf(new FormData(event.currentTarget), "lot")
    try {
      const found = await api<RecallPreview>(`/admin/recalls/preview?lot=${encodeURIComponent(code)}`)
      setSeen({ ...found, key: crypto.randomUUID() })
    } catch (error) {
      setSeen(undefined)
      toast.error(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className="flex flex-col gap-3 px-6 py-4">
      <Heading level="h2">{t("recallStart")}</Heading>
      <form className="flex flex-wrap items-end gap-2" onSubmit={look}>
        <TextField name="lot" label={t("recallLotCode")} required maxLength={100} autoComplete="off" />
        <Button type="submit" variant="secondary">
          {t("recallLook")}
        </Button>
      </form>
      {seen ? <Decide seen={seen} /> : null}
    </div>
  )
}

function Decide({ seen: { lot, preview, key } }: { seen: RecallPreview & { key: string } }) {
  const { t } = useTranslation("market")
  const go = useNavigate()
  const [busy, setBusy] = useState(false)
  const { buyers, lots, waiting, unknown, other_households } = preview
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = {
      lot: lot.id,
      ...Object.fromEntries(["reason", "detail", "advice"].map((name) => [name, textOf(form, name)])),
    }
    setBusy(true)
    try {
      const { recall } = await api<{ recall: Recall }>("/admin/recalls", body, { "idempotency-key": key })
      toast.success(t("recallDone"))
      go(`/recalls/${recall.id}`)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <form className="flex max-w-xl flex-col gap-3" onSubmit={send}>
      <Text weight="plus">
        {lot.title} · {lot.code}
      </Text>
      <Text size="small">
        {t("recallTouches", {
          ...{ lots: lots.length, waiting: waiting.length, others: other_households, unknown },
          ...{ email: buyers.email, sms: buyers.sms, none: buyers.no_contact },
          buyers: buyers.email + buyers.sms + buyers.no_contact,
        })}
      </Text>
      <ChoiceField
        name="reason"
        label={t("recallWhy")}
        options={RECALL_REASONS.map((value) => ({ value, label: t(`recallReason.${value}`) }))}
      />
      <TextField name="detail" label={t("recallDetail")} maxLength={300} />
      <ChoiceField
        name="advice"
        label={t("recallAdvice")}
        options={RECALL_ADVICE.map((value) => ({ value, label: t(`recallAdviceOf.${value}`) }))}
      />
      <div>
        <Button type="submit" variant="danger" isLoading={busy}>
          {t("recallNow")}
        </Button>
      </div>
    </form>
  )
}
