import { Button, Heading, Input, Label, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api } from "../lib/api"
import type { LineShown, StatementShown } from "../lib/bank"
import { when } from "../lib/producer"
import { dong } from "./bank-transfer"
import { type Mapping, StatementColumns } from "./statement-columns"

type Sent = { file_name: string; content: string; mapping?: Mapping }

/** Brings in a bank's statement: shown first, then every line with what became of it. */
export function BankStatement({ done }: { done: () => void }) {
  const { t } = useTranslation("market")
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent>()
  const [answer, setAnswer] = useState<{ statement: StatementShown; imported: boolean }>()

  const send = async (file: Sent, imported: boolean) => {
    setBusy(true)
    try {
      const body = { ...file, import: imported }
      const { statement } = await api<{ statement: StatementShown }>("/admin/bank-transfers/statement", body)
      setSent(file)
      setAnswer({ statement, imported })
      if (imported) done()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  const preview = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get("file")
    if (file instanceof File) await send({ file_name: file.name, content: base64(await file.arrayBuffer()) }, false)
  }
  const statement = answer?.statement
  return (
    <div className="flex flex-col gap-3 px-6 py-4">
      <Heading level="h2">{t("statementTitle")}</Heading>
      <Text size="small">{t("statementLead")}</Text>
      <form className="flex flex-wrap items-end gap-2" onSubmit={preview}>
        <div>
          <Label htmlFor="statement" size="small">
            {t("statementFile")}
          </Label>
          <Input id="statement" name="file" type="file" accept=".csv,.txt,text/csv" required />
        </div>
        <Button size="small" variant="secondary" type="submit" isLoading={busy}>
          {t("statementPreview")}
        </Button>
      </form>
      {statement && !statement.ok && statement.problem === "no_columns" && sent ? (
        <StatementColumns rows={statement.rows} choose={(mapping) => send({ ...sent, mapping }, false)} />
      ) : null}
      {statement && !statement.ok && statement.problem !== "no_columns" ? (
        <Text role="alert">{t(`statementProblem.${statement.problem}`, { line: statement.line })}</Text>
      ) : null}
      {statement?.ok ? (
        <>
          <ul className="divide-y" style={{ maxHeight: "24rem", overflow: "auto" }}>
            {statement.lines.map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </ul>
          {sent && !answer?.imported ? (
            <div>
              <Button size="small" isLoading={busy} onClick={() => send(sent, true)}>
                {t("statementImport", { count: statement.lines.filter(({ ok }) => ok).length })}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ""
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

function Line({ line }: { line: LineShown }) {
  const { t, i18n } = useTranslation("market")
  const words = line.ok
    ? [
        `${line.direction === "out" ? "−" : ""}${dong(line.amount, i18n.language)}`,
        when(line.booked_at, i18n.language),
        line.content,
        line.outcome === "known" ? t("statementKnown") : "",
        line.decision ? t(`bankKind.${line.decision}`) : "",
        line.reason ? t(`bankReason.${line.reason}`) : "",
      ]
    : [t(`statementProblem.${line.problem}`)]
  return (
    <li className="py-1" style={{ overflowWrap: "anywhere" }}>
      <Text size="small">
        {t("statementLine", { line: line.line })}: {words.filter(Boolean).join(" · ")}
      </Text>
    </li>
  )
}
