import { MedusaError, Modules } from "@medusajs/framework/utils"
import { sentMessages } from "../../../demo/outbox"
import { readablePhone } from "../../../sms/phone"
import { dateTime } from "../../../web/format"
import type { Language } from "../../../web/language"
import { Layout } from "../../../web/layout"
import { page } from "../../../web/page"
import { login } from "../../../web/text/login"

const KEPT = 200

type Message = { to: string; subject?: string; text: string; at: Date | string }

/** Demo mode only: every short message and e-mail, and every notice of another channel, newest first. */
export const GET = page(async (req, page) => {
  if (!page.settings.demo) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There are no demo messages")
  const notices = await req.scope
    .resolve(Modules.NOTIFICATION)
    .listNotifications({}, { take: KEPT, order: { created_at: "DESC" } })
  // Short messages and e-mails are already in the list that the demo clients keep.
  const others = notices
    .filter(({ channel }) => channel !== "sms" && channel !== "email")
    .map(({ to, template, data, created_at }) => ({
      to,
      text: `${template} ${JSON.stringify(data ?? {})}`,
      at: created_at,
    }))
  const t = login[page.lang]
  return (
    <Layout page={page} title={t.messagesTitle}>
      <h1>{t.messagesTitle}</h1>
      <p>{t.messagesLead}</p>
      <Messages lang={page.lang} messages={sentMessages()} />
      {others.length > 0 ? <h2>{t.otherNotices}</h2> : null}
      {others.length > 0 ? <Messages lang={page.lang} messages={others} /> : null}
    </Layout>
  )
})

function Messages({ lang, messages }: { lang: Language; messages: readonly Message[] }) {
  const t = login[lang]
  if (messages.length === 0) return <p>{t.messagesNone}</p>
  return (
    <ol class="messages">
      {messages.map(({ to, subject, text, at }) => (
        <li class="card" data-to={to}>
          <p class="meta">
            {t.messageTo} <b>{readablePhone(to)}</b> · {dateTime(lang, at)}
          </p>
          {subject ? <h3>{subject}</h3> : null}
          <p class="as-typed">{text}</p>
        </li>
      ))}
    </ol>
  )
}
