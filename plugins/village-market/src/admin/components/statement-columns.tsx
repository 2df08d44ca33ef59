import { Button, Label, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

const COLUMNS = ["date", "credit", "debit", "amount", "content", "reference"] as const
/** The line of headings, and where each column is, counted from 0. */
export type Mapping = { line: number; columns: Partial<Record<(typeof COLUMNS)[number], number>> }

type ColumnsProps = { rows: { line: number; cells: string[] }[]; choose: (mapping: Mapping) => void }

/** Somebody says where the columns are. */
export function StatementColumns({ rows, choose }: ColumnsProps) {
  const { t } = useTranslation("market")
  const [line, setLine] = useState(rows[0]?.line ?? 1)
  const cells = rows.find((row) => row.line === line)?.cells ?? []
  const places = cells.map((cell, at) => ({ at, text: `${at + 1}: ${cell}` }))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = COLUMNS.map((column) => [column, form.get(column)] as const).filter(([, at]) => at)
    choose({ line, columns: Object.fromEntries(chosen.map(([column, at]) => [column, Number(at)])) })
  }
  return (
    <form className="flex flex-col items-start gap-2" onSubmit={send}>
      <Text role="alert">{t("statementNoColumns")}</Text>
      <Label size="small">
        {t("statementHead")}{" "}
        <select value={line} onChange={(event) => setLine(Number(event.target.value))}>
          {rows.map((row) => (
            <option key={row.line} value={row.line}>
              {row.line}: {row.cells.filter(Boolean).join(" | ")}
            </option>
          ))}
        </select>
      </Label>
      {COLUMNS.map((column) => (
        <Label key={column} size="small">
          {t(`statementColumn.${column}`)}{" "}
          <select name={column} defaultValue="">
            <option value="">{t("statementNone")}</option>
            {places.map(({ at, text }) => (
              <option key={text} value={at}>
                {text}
              </option>
            ))}
          </select>
        </Label>
      ))}
      <Button size="small" variant="secondary" type="submit">
        {t("statementPreview")}
      </Button>
    </form>
  )
}
