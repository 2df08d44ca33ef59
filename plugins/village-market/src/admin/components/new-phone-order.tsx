import { Button, FocusModal, Heading, Input, Label, Text, toast } from "@medusajs/ui"
import { type FormEvent, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { api, useApi } from "../lib/api"
import { type Line, PhoneOrderLines } from "./phone-order-lines"

type Places = { provinces: Place[]; communes: Place[] }
type Place = { code: string; name: string }

const SELECT = "txt-compact-small bg-ui-bg-field shadow-borders-base h-8 rounded-md px-2"

/** What a buyer says on the phone: what, who, where. The key of the form makes a double press one order. */
export function NewPhoneOrder({ done }: { done: () => void }) {
  const { t } = useTranslation("market")
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [lines, setLines] = useState<Line[]>([])
  const [province, setProvince] = useState("37")
  const key = useRef("")
  const places = useApi<Places>(`/admin/phone-orders/communes?province=${province}`)
  const change = (next: boolean) => {
    // A new form is a new order; what is sent again from the same form is not.
    if (next) key.current = crypto.randomUUID()
    setLines([])
    setOpen(next)
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (lines.length === 0) return void toast.error(t("noLines"))
    const form = new FormData(event.currentTarget)
    const order = {
      ...Object.fromEntries(["name", "phone", "delivery", "commune", "street"].map((name) => [name, form.get(name)])),
      ...{ province, lines: lines.map(({ listing_id, quantity }) => ({ listing_id, quantity })) },
    }
    setBusy(true)
    try {
      await api("/admin/phone-orders", order, { "idempotency-key": key.current })
      toast.success(t("phoneOrderKept"))
      change(false)
      done()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <FocusModal open={open} onOpenChange={change}>
      <FocusModal.Trigger asChild>
        <Button size="small" className="whitespace-nowrap">
          {t("newPhoneOrder")}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <FocusModal.Header />
        <FocusModal.Body className="mx-auto w-full max-w-xl overflow-y-auto px-6 py-12">
          <form className="flex flex-col gap-3" onSubmit={send}>
            <FocusModal.Title asChild>
              <Heading>{t("newPhoneOrder")}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small">{t("phoneOrdersLead")}</Text>
            </FocusModal.Description>
            <PhoneOrderLines lines={lines} change={setLines} />
            <Label htmlFor="name">{t("buyerName")}</Label>
            <Input id="name" name="name" required minLength={2} maxLength={100} />
            <Label htmlFor="phone">{t("buyerPhone")}</Label>
            <Input id="phone" name="phone" type="tel" required />
            <Label htmlFor="delivery">{t("deliveryWay")}</Label>
            <select id="delivery" name="delivery" className={SELECT}>
              {["delivery", "pickup_producer"].map((way) => (
                <option key={way} value={way}>
                  {t(`delivery.${way}`)}
                </option>
              ))}
            </select>
            <Label htmlFor="province">{t("province")}</Label>
            <select
              id="province"
              className={SELECT}
              value={province}
              onChange={(event) => setProvince(event.target.value)}
            >
              {(places.data?.provinces ?? []).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
            <Label htmlFor="commune">{t("communeOf")}</Label>
            <select id="commune" name="commune" className={SELECT} required key={province} defaultValue="">
              <option value="">{t("choose")}</option>
              {(places.data?.communes ?? []).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
            <Label htmlFor="street">{t("street")}</Label>
            <Input id="street" name="street" required minLength={2} maxLength={200} />
            <Button type="submit" isLoading={busy}>
              {t("newPhoneOrder")}
            </Button>
          </form>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
