import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useApi } from "../lib/api"

type Alarms = { by_kind: Record<"refund" | "orphan" | "review" | "task", number>; hours: number }

/** How much of what this page shows has waited too long; nothing while there is none. */
export function AlarmBanner({ kind }: { kind: keyof Alarms["by_kind"] }) {
  const { t } = useTranslation("market")
  const { data } = useApi<Alarms>("/admin/payments/alarms")
  const count = data?.by_kind[kind] ?? 0
  if (!data || count === 0) return null
  return (
    <div role="alert" className="border-l-4 border-ui-tag-red-border bg-ui-tag-red-bg px-6 py-3 text-ui-tag-red-text">
      <Text size="small" weight="plus">
        {t("alarms", { count, hours: data.hours })}
      </Text>
    </div>
  )
}
