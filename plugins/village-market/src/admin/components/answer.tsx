import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type Props<T> = { of: { data?: T; error?: string; reload: () => void }; children: (data: T) => ReactNode }

/** What the server answered, or that it is awaited, or that it failed with a way to try again. */
export function Answer<T>({ of: { data, error, reload }, children }: Props<T>) {
  const { t } = useTranslation("market")
  if (data) return <>{children(data)}</>
  if (!error) return <Text className="p-6">{t("loading")}</Text>
  return (
    <div className="flex flex-col items-start gap-2 p-6" role="alert">
      <Text>{t("failed")}</Text>
      <Text size="small">{error}</Text>
      <Button size="small" variant="secondary" onClick={reload}>
        {t("retry")}
      </Button>
    </div>
  )
}
