import { Button, FocusModal, Heading, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import { type Move, needsReason } from "../lib/producer"

type Props = { producerId: string; move: Move; done: () => void }

/** A button for a move; those a household must be told the reason of ask for it first. */
export function Decide({ producerId, move, done }: Props) {
  const { t } = useTranslation("market")
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState("")
  const asks = needsReason(move)
  const decide = async () => {
    if (asks && !reason.trim()) return void toast.error(t("reasonMissing"))
    setBusy(true)
    try {
      await api(`/admin/producers/${producerId}/${move}`, asks ? { reason } : {})
      toast.success(t(`done.${move}`))
      setOpen(false)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  const button = (
    <Button size="small" variant={asks ? "secondary" : "primary"} isLoading={busy} onClick={asks ? undefined : decide}>
      {t(`move.${move}`)}
    </Button>
  )
  if (!asks) return button
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>{button}</FocusModal.Trigger>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="mx-auto flex w-full max-w-xl flex-col gap-3 px-6 py-16">
          <FocusModal.Title asChild>
            <Heading>{t(`move.${move}`)}</Heading>
          </FocusModal.Title>
          <Label htmlFor="reason">{t("reason")}</Label>
          <FocusModal.Description asChild>
            <Text size="small">{t("reasonHint")}</Text>
          </FocusModal.Description>
          <Textarea
            id="reason"
            rows={4}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="flex gap-2">
            <Button variant="danger" isLoading={busy} onClick={decide}>
              {t(`move.${move}`)}
            </Button>
            <FocusModal.Close asChild>
              <Button variant="secondary">{t("cancel")}</Button>
            </FocusModal.Close>
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
