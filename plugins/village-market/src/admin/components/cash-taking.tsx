import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type CashTaking, dong } from "../lib/orders"
import { when } from "../lib/producer"

/** What was taken in cash against what was due, who says so, and what shows it. */
export function CashTakingLine({ taking }: { taking: CashTaking }) {
  const { t, i18n } = useTranslation("market")
  const amount = (value: number) => dong(value, i18n.language)
  const { expected, given, difference, proof, proof_text, receipt_id, by_role, by_name, at } = taking
  const photo = `/admin/producer-orders/${taking.producer_order_id}/receipts/${receipt_id}`
  return (
    <Text size="small">
      {when(at, i18n.language)} · {[t(`order.role.${by_role}`), by_name].filter(Boolean).join(" ")}:{" "}
      {t("cashSaid.due", { amount: amount(expected) })}, {t("cashSaid.given", { amount: amount(given) })}
      {difference && ` (${difference})`}. {t("cashProof.label")}:{" "}
      {receipt_id ? (
        <a className="underline" href={photo} target="_blank" rel="noreferrer">
          {t("cashProof.receipt")}
        </a>
      ) : (
        t(`cashProof.${proof}`)
      )}
      {proof_text && `, ${proof_text}`}
    </Text>
  )
}
