import { Button, Input, Label, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"

type Asked = { asked: "recorded" | "nothing" | "silent"; why: string | null }

const path = (id: string, act: string) => `/admin/payments/reviews/${encodeURIComponent(id)}/${act}`

/** What VNPay says of the payment now; its answer joins the evidence. */
export function AskVnpay({ id, done }: { id: string; done: () => void }) {
  const { t } = useTranslation("market")
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    try {
      const { asked, why } = await api<Asked>(path(id, "ask"), {})
      toast.info(t(`reviewAsked.${asked}`, { why }))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return (
    <Button size="small" variant="secondary" isLoading={busy} onClick={ask}>
      {t("reviewAsk")}
    </Button>
  )
}

/** The two decisions; that the money came needs VNPay's number. */
export function DecidePayment({ id, known, done }: { id: string; known: string; done: () => void }) {
  const { t } = useTranslation("market")
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const decision = submitter instanceof HTMLButtonElement ? submitter.value : ""
    const form = new FormData(event.currentTarget)
    const reason = form.get("reason")
    setBusy(true)
    try {
      const number = decision === "came" ? { transaction_no: form.get("transaction_no") } : {}
      await api(path(id, "decision"), { decision, reason, ...number })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return (
    <form className="flex flex-col gap-2" onSubmit={send}>
      <div className="flex flex-col gap-1">
        <Label size="small" htmlFor={`reason-${id}`}>
          {t("reviewReason")}
        </Label>
        <Input id={`reason-${id}`} name="reason" size="small" required minLength={3} maxLength={500} />
      </div>
      <div className="flex flex-col gap-1">
        <Label size="small" htmlFor={`number-${id}`}>
          {t("reviewTransactionNo")}
        </Label>
        <Input id={`number-${id}`} name="transaction_no" size="small" inputMode="numeric" defaultValue={known} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" type="submit" name="decision" value="came" isLoading={busy}>
          {t("reviewDecideCame")}
        </Button>
        <Button size="small" type="submit" name="decision" value="not_came" variant="secondary" isLoading={busy}>
          {t("reviewDecideNotCame")}
        </Button>
      </div>
    </form>
  )
}
