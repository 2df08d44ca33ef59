import { Button, Checkbox, FocusModal, Heading, Input, Label, Text, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"

type Props = {
  /** Where it is sent. */
  path: string
  /** The button's words. */
  label: string
  /** `note` is read by the buyer, `reason` stands in the part's history. */
  field: "reason" | "note"
  cash?: boolean
  carrier?: boolean
  danger?: boolean
  done: () => void
}

/** A button for a move on somebody else's behalf; why is asked first. */
export function ActOnPart({ path, label, field, cash, carrier, danger, done }: Props) {
  const { t } = useTranslation("market")
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [paid, setPaid] = useState(false)
  const act = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string) => String(typed.get(name) ?? "").trim() || undefined
    setBusy(true)
    try {
      await api(path, {
        [field]: text(field),
        // The operator's reason is the word for it, unless the carrier's reference is there.
        ...(cash && paid ? { cash: cashOf(text("cash_reference"), text(field) ?? "") } : {}),
        ...(carrier ? { carrier: text("carrier"), tracking_code: text("tracking_code") } : {}),
      })
      toast.success(t("order.done"))
      setOpen(false)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small" variant={danger ? "danger" : "secondary"}>
          {label}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="mx-auto w-full max-w-xl px-6 py-16">
          <form className="flex flex-col gap-3" onSubmit={act}>
            <FocusModal.Title asChild>
              <Heading>{label}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small">{t(field === "note" ? "order.noteHint" : "order.reasonHint")}</Text>
            </FocusModal.Description>
            <Label htmlFor={field}>{t(field === "note" ? "order.note" : "reason")}</Label>
            <Textarea id={field} name={field} rows={3} required minLength={3} maxLength={500} />
            {carrier && (
              <>
                <Label htmlFor="carrier">{t("order.carrier")}</Label>
                <Input id="carrier" name="carrier" maxLength={100} />
                <Label htmlFor="tracking_code">{t("order.tracking")}</Label>
                <Input id="tracking_code" name="tracking_code" maxLength={100} />
              </>
            )}
            {cash && (
              <>
                <div className="flex items-center gap-2">
                  <Checkbox id="paid" checked={paid} onCheckedChange={(checked) => setPaid(checked === true)} />
                  <Label htmlFor="paid">{t("order.cashPaid")}</Label>
                </div>
                <Label htmlFor="cash_reference">{t("order.cashReference")}</Label>
                <Input id="cash_reference" name="cash_reference" maxLength={100} />
              </>
            )}
            <div className="flex gap-2">
              <Button type="submit" variant={danger ? "danger" : "primary"} isLoading={busy}>
                {label}
              </Button>
              <FocusModal.Close asChild>
                <Button variant="secondary" type="button">
                  {t("cancel")}
                </Button>
              </FocusModal.Close>
            </div>
          </form>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}

const cashOf = (reference: string | undefined, reason: string) => ({
  proof: reference ? { kind: "reference", reference } : { kind: "none", reason: reason.slice(0, 300) },
})
