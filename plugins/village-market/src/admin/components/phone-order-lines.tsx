import { Button, Input, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useApi } from "../lib/api"

export type Line = { listing_id: string; title: string; quantity: number }

type Found = { products: { id: string; title: string; listing?: { id: string; unit: string } | null }[] }

/** The products of an order being written down: found by name, counted, taken out again. */
export function PhoneOrderLines({ lines, change }: { lines: Line[]; change: (lines: Line[]) => void }) {
  const { t } = useTranslation("market")
  const [words, setWords] = useState("")
  const asked = new URLSearchParams({ q: words, limit: "8", fields: "id,title,*listing", "status[]": "published" })
  const { data } = useApi<Found>(`/admin/products?${asked}`)
  const found = words.trim() === "" ? [] : (data?.products ?? [])
  const add = (listing_id: string, title: string) => {
    if (!lines.some((line) => line.listing_id === listing_id)) change([...lines, { listing_id, title, quantity: 1 }])
    setWords("")
  }
  return (
    <div className="flex flex-col gap-2">
      <Label htmlFor="words">{t("findProduct")}</Label>
      <Input
        id="words"
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.map(({ id, title, listing }) =>
        listing ? (
          <Button key={id} type="button" size="small" variant="secondary" onClick={() => add(listing.id, title)}>
            {title} ({listing.unit})
          </Button>
        ) : null,
      )}
      {lines.map((line) => (
        <div key={line.listing_id} className="flex items-center gap-2">
          <Text className="flex-1">{line.title}</Text>
          <Input
            type="number"
            min={1}
            max={999}
            className="w-20"
            aria-label={t("quantityOf", { title: line.title })}
            value={line.quantity}
            onChange={(event) =>
              change(lines.map((one) => (one === line ? { ...one, quantity: Number(event.target.value) } : one)))
            }
          />
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => change(lines.filter((one) => one !== line))}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
    </div>
  )
}
