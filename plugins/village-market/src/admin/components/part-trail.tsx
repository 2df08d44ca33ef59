import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Part } from "../lib/orders"
import { when } from "../lib/producer"

/** Who did what with a part, and who was told of it. */
export function PartTrail({ part }: { part: Part }) {
  const { t, i18n } = useTranslation("market")
  return (
    <>
      <Container className="flex flex-col gap-2">
        <Heading level="h2">{t("history")}</Heading>
        {part.history.map((entry, index) => (
          <Text key={`${entry.at}-${String(index)}`} size="small">
            {when(entry.at, i18n.language)} ·{" "}
            {[t(`order.role.${entry.actor_role}`), entry.actor_name].filter(Boolean).join(" ")}:{" "}
            {t(`order.act.${entry.act}`, { defaultValue: entry.act })}
            {entry.reason &&
              `. ${t("reason")}: ${t(`order.returnReason.${entry.reason}`, { defaultValue: entry.reason })}`}
          </Text>
        ))}
      </Container>
      <Container className="flex flex-col gap-2">
        <Heading level="h2">{t("order.notices")}</Heading>
        {part.notices.length === 0 && <Text size="small">{t("order.noNotices")}</Text>}
        {part.notices.map((notice) => (
          <Text key={notice.id} size="small">
            {when(notice.created_at, i18n.language)} · {t(`order.audience.${notice.audience}`)}:{" "}
            {t(`order.event.${notice.event}`, { defaultValue: notice.event })} ·{" "}
            {notice.sent_at
              ? t("order.noticeSent", { when: when(notice.sent_at, i18n.language) })
              : t("order.noticeWaits", { tries: notice.tries })}
            {notice.last_error && ` (${notice.last_error})`}
          </Text>
        ))}
      </Container>
    </>
  )
}
