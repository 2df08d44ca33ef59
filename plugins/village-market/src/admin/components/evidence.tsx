import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { dong } from "../lib/orders"
import { when } from "../lib/producer"

const MONEY = new Set(["amount", "fee", "due", "given"])
/** Our own keys say nothing to a person. */
const HIDDEN = new Set(["attempt_id", "event_id", "file_id", "verdict"])
/** Values that are words of ours, and where they are put into the operator's. */
const WORDS: Record<string, string> = { state: "event", status: "lineStatus", kind: "lineKind", provider: "means" }
const MOMENT = /^\d{4}-\d\d-\d\dT/

/** What was found, as far as it says something to a person; what is nested becomes a line of its own. */
export function Evidence({ of }: { of: Record<string, unknown> }) {
  const { t, i18n } = useTranslation("market")
  const name = (key: string) => t(`evidence.${key}`, { defaultValue: key })
  const value = (key: string, it: unknown): string => {
    if (typeof it === "number" && MONEY.has(key)) return dong(it, i18n.language)
    const words = WORDS[key]
    if (words) return t(`${words}.${it}`, { defaultValue: String(it) })
    if (typeof it === "string" && MOMENT.test(it)) return when(it, i18n.language)
    return typeof it === "boolean" ? (it ? "✓" : "✗") : String(it)
  }
  const line = (it: object) =>
    Object.entries(it)
      .filter(([key, one]) => !HIDDEN.has(key) && one !== null && one !== "" && typeof one !== "object")
      .map(([key, one]) => `${name(key)} ${value(key, one)}`)
      .join(" · ")
  const nested = Object.entries(of).filter(([, it]) => typeof it === "object" && it !== null)
  return (
    <>
      <Text size="small">{line(of)}</Text>
      {nested.map(([key, it]) => (
        <Text key={key} size="small">
          {name(key)}: {line(it as object)}
        </Text>
      ))}
    </>
  )
}
