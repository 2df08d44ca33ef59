import { Button, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { dong } from "../lib/orders"

const COLUMNS = ["txn_ref", "transaction_no", "amount", "fee", "date", "type", "status"] as const
type Column = (typeof COLUMNS)[number]

export type Preview = {
  ok: boolean
  problem?: "no_headings" | "not_text" | "not_csv" | "empty"
  headings: string[]
  columns: Partial<Record<Column, string>>
  days?: { from: string; to: string }
  count?: number
  paid?: number
  refunded?: number
  fees?: number
  problems: { line: number; column: Column; cell: string }[]
}

type Props = {
  preview: Preview
  busy: boolean
  read: (columns: Record<string, string>) => void
  send: (columns: Record<string, string>) => void
}

/** How the file was understood; the operator may say which column is what before it is imported. */
export function SettlementPreview({ preview, busy, read, send }: Props) {
  const { t, i18n } = useTranslation("market")
  const [chosen, setChosen] = useState<Partial<Record<Column, string>>>({})
  const named = Object.fromEntries(Object.entries({ ...preview.columns, ...chosen }).filter(([, name]) => name))
  const choose = (column: Column, name: string) => {
    const next = { ...chosen, [column]: name }
    setChosen(next)
    const all = { ...preview.columns, ...next }
    read(Object.fromEntries(Object.entries(all).filter(([, one]) => one)))
  }
  const ready = preview.ok && preview.problems.length === 0 && (preview.count ?? 0) > 0
  return (
    <div className="flex flex-col gap-3 px-6 py-4" aria-live="polite">
      {preview.problem ? (
        <Text size="small" role="alert">
          {t(preview.problem === "no_headings" ? "settlementNoHeadings" : "settlementNotText")}
        </Text>
      ) : null}
      {preview.headings.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="txt-small-plus">{t("settlementColumns")}</legend>
          <div className="flex flex-wrap gap-3">
            {COLUMNS.map((column) => (
              <div key={column} className="flex flex-col gap-1" style={{ flex: "1 1 12rem", minWidth: 0 }}>
                <Label htmlFor={`column-${column}`} size="small">
                  {t(`settlementColumn.${column}`)}
                </Label>
                <select
                  id={`column-${column}`}
                  className="txt-small w-full rounded-md border border-ui-border-base bg-ui-bg-field px-2 py-1"
                  value={named[column] ?? ""}
                  onChange={(event) => choose(column, event.target.value)}
                >
                  <option value="">{t("settlementNone")}</option>
                  {[...new Set(preview.headings.filter(Boolean))].map((heading) => (
                    <option key={heading}>{heading}</option>
                  ))}
                </select>
              </div>
            ))}
          </div>
        </fieldset>
      ) : null}
      {preview.problems.map(({ line, column, cell }) => (
        <Text key={`${line} ${column}`} size="small" role="alert">
          {t("settlementProblem", { line, column: t(`settlementColumn.${column}`), cell })}
        </Text>
      ))}
      {preview.ok && preview.days ? (
        <Text size="small">
          {t("settlementSum", {
            ...preview.days,
            ...{ paid: dong(preview.paid ?? 0, i18n.language), refunded: dong(preview.refunded ?? 0, i18n.language) },
            fees: dong(preview.fees ?? 0, i18n.language),
          })}
        </Text>
      ) : null}
      {ready ? (
        <div>
          <Button size="small" isLoading={busy} onClick={() => send(named)}>
            {t("settlementImport", { count: preview.count })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
