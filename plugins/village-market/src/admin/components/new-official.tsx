import { Button, FocusModal, Heading, Input, Label, RadioGroup, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import type { Secret } from "./password-once"

/** Asks who and where; the password is made by the server and handed on once. */
export function NewOfficial({ made }: { made: (secret: Secret) => void }) {
  const { t } = useTranslation("market")
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [areaKind, setAreaKind] = useState("commune")
  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    try {
      const answer = await api<{ official: { email: string }; password: string }>("/admin/officials", {
        name: form.get("name"),
        email: form.get("email"),
        area_kind: areaKind,
        area_code: form.get("area_code"),
      })
      setOpen(false)
      made({ email: answer.official.email, password: answer.password })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small">{t("newOfficial")}</Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="mx-auto w-full max-w-xl px-6 py-12">
          <form className="flex flex-col gap-3" onSubmit={create}>
            <FocusModal.Title asChild>
              <Heading>{t("newOfficial")}</Heading>
            </FocusModal.Title>
            <Label htmlFor="name">{t("name")}</Label>
            <Input id="name" name="name" required maxLength={120} />
            <Label htmlFor="email">{t("email")}</Label>
            <Input id="email" name="email" type="email" required maxLength={200} />
            <Label>{t("areaKind.label")}</Label>
            <RadioGroup value={areaKind} onValueChange={setAreaKind}>
              {["commune", "province"].map((kind) => (
                <div key={kind} className="flex items-center gap-2">
                  <RadioGroup.Item value={kind} id={`area-${kind}`} />
                  <Label htmlFor={`area-${kind}`}>{t(`areaKind.${kind}`)}</Label>
                </div>
              ))}
            </RadioGroup>
            <Label htmlFor="area_code">{t("areaCode")}</Label>
            <FocusModal.Description asChild>
              <Text size="small">{t("areaCodeHint")}</Text>
            </FocusModal.Description>
            <Input id="area_code" name="area_code" inputMode="numeric" required pattern="[0-9]{2,5}" />
            <Button type="submit" isLoading={busy}>
              {t("create")}
            </Button>
          </form>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
