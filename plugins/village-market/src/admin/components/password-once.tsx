import { Button, Copy, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

export type Secret = { email: string; password: string }

/** A password just made, until the operator says it is copied: nothing keeps it. */
export function PasswordOnce({ secret, close }: { secret?: Secret; close: () => void }) {
  const { t } = useTranslation("market")
  if (!secret) return null
  return (
    <div className="bg-ui-bg-highlight flex flex-col items-start gap-2 px-6 py-4" role="alert">
      <Heading level="h2">{t("passwordTitle")}</Heading>
      <Text size="small">{t("passwordFor", { email: secret.email })}</Text>
      <div className="flex items-center gap-2">
        <code className="text-lg">{secret.password}</code>
        <Copy content={secret.password} />
      </div>
      <Text size="small">{t("passwordHint")}</Text>
      <Button size="small" variant="secondary" onClick={close}>
        {t("close")}
      </Button>
    </div>
  )
}
