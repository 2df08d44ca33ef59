import { Button, Checkbox, FocusModal, Heading, Input, Label, RadioGroup, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"

/** Fields that are sent when they are filled in; the numbers are whole. */
const NUMBERS = ["value", "minimum", "max_uses"]
const DAYS = ["starts_on", "ends_on"]

/** A coupon of the platform; it stays as it is made, so the server's refusals are shown before anything is. */
export function NewCoupon({ made }: { made: () => void }) {
  const { t } = useTranslation("market")
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [kind, setKind] = useState("percent")
  const [combines, setCombines] = useState(false)
  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const filled = [...NUMBERS, ...DAYS].flatMap((name) => {
      const text = String(form.get(name) ?? "").trim()
      return text === "" ? [] : [[name, NUMBERS.includes(name) ? Number(text.replace(/[.\s]/g, "")) : text]]
    })
    setBusy(true)
    try {
      await api("/admin/coupons", { code: form.get("code"), kind, combines, ...Object.fromEntries(filled) })
      setOpen(false)
      made()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small">{t("newCoupon")}</Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="mx-auto w-full max-w-xl overflow-y-auto px-6 py-12">
          <form className="flex flex-col gap-3" onSubmit={create}>
            <FocusModal.Title asChild>
              <Heading>{t("newCoupon")}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small">{t("newCouponHint")}</Text>
            </FocusModal.Description>
            <Label htmlFor="code">{t("couponCode")}</Label>
            <Input id="code" name="code" required maxLength={20} autoComplete="off" />
            <RadioGroup value={kind} onValueChange={setKind} aria-label={t("couponKind.label")}>
              {["percent", "fixed"].map((one) => (
                <div key={one} className="flex items-center gap-2">
                  <RadioGroup.Item value={one} id={`kind-${one}`} />
                  <Label htmlFor={`kind-${one}`}>{t(`couponKind.${one}`)}</Label>
                </div>
              ))}
            </RadioGroup>
            {[...NUMBERS, ...DAYS].map((name) => (
              <div key={name} className="flex flex-col gap-1">
                <Label htmlFor={name}>{t(`couponField.${name}`)}</Label>
                <Input
                  id={name}
                  name={name}
                  type={DAYS.includes(name) ? "date" : "text"}
                  inputMode={NUMBERS.includes(name) ? "numeric" : undefined}
                  required={name === "value"}
                />
              </div>
            ))}
            <div className="flex items-center gap-2">
              <Checkbox id="combines" checked={combines} onCheckedChange={(on) => setCombines(on === true)} />
              <Label htmlFor="combines">{t("couponField.combines")}</Label>
            </div>
            <Button type="submit" isLoading={busy}>
              {t("create")}
            </Button>
          </form>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
