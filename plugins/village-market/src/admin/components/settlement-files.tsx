import { Container, Heading, Input, Label, Text, toast } from "@medusajs/ui"
import { type ChangeEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { api, useApi } from "../lib/api"
import { dong } from "../lib/orders"
import { when } from "../lib/producer"
import { Answer } from "./answer"
import { type Preview, SettlementPreview } from "./settlement-preview"

type File_ = {
  id: string
  provider: string
  name: string
  from_day: string
  to_day: string
  lines: number
  imported_by: string
  imported_at: string
  paid: number
  refunded: number
  fees: number
  differing: number
}
type Imported = { settlement_file: { known: boolean; matched: number; repeated: number; tasks: number } }
type Picked = { name: string; content: string }

/** The gateway's own lists of what it has settled: read, looked at, then imported. */
export function SettlementFiles({ imported }: { imported: () => void }) {
  const { t, i18n } = useTranslation("market")
  const list = useApi<{ settlement_files: File_[] }>("/admin/settlement-files")
  const [file, setFile] = useState<Picked>()
  const [preview, setPreview] = useState<Preview>()
  const [busy, setBusy] = useState(false)

  const attempt = async (deed: () => Promise<void>) => {
    setBusy(true)
    try {
      await deed()
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  const read = (picked: Picked, columns: Record<string, string> = {}) =>
    attempt(async () => setPreview(await api<Preview>("/admin/settlement-files/preview", { ...picked, columns })))
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    if (!chosen) return
    const picked = { name: chosen.name, content: await base64(chosen) }
    setFile(picked)
    await read(picked)
  }
  const send = (columns: Record<string, string>) =>
    attempt(async () => {
      const { settlement_file: done } = await api<Imported>("/admin/settlement-files", { ...file, columns })
      toast.success(done.known ? t("settlementKnown") : t("settlementDone", done))
      setPreview(undefined)
      setFile(undefined)
      list.reload()
      imported()
    })

  const sums = ({ from_day, to_day, paid, refunded, fees }: File_) =>
    t("settlementSum", {
      ...{ from: from_day, to: to_day, paid: dong(paid, i18n.language) },
      ...{ refunded: dong(refunded, i18n.language), fees: dong(fees, i18n.language) },
    })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("settlement")}</Heading>
        <Text size="small">{t("settlementLead")}</Text>
        <div className="mt-3 flex flex-col gap-2">
          <Label htmlFor="settlement">{t("settlementPick")}</Label>
          <Input id="settlement" type="file" accept=".csv,.txt,.tsv,text/csv" disabled={busy} onChange={pick} />
        </div>
      </div>
      {file && preview ? (
        <SettlementPreview preview={preview} busy={busy} read={(columns) => read(file, columns)} send={send} />
      ) : null}
      <Answer of={list}>
        {({ settlement_files: files }) =>
          files.length === 0 ? (
            <Text className="p-6">{t("noSettlement")}</Text>
          ) : (
            <ul className="divide-y">
              {files.map((one) => (
                <li key={one.id} className="px-6 py-3" style={{ overflowWrap: "anywhere" }}>
                  <a href={`/admin/settlement-files/${one.id}`} className="txt-small text-ui-fg-interactive">
                    {one.name}
                  </a>
                  <Text size="small">{sums(one)}</Text>
                  <Text size="xsmall">
                    {t("settlementBy", {
                      ...{ who: one.imported_by, when: when(one.imported_at, i18n.language) },
                      ...{ lines: one.lines, differing: one.differing },
                    })}
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Container>
  )
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "")
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
