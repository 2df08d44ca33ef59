import { Badge, Button, Container, Heading, Input, Text } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { Answer } from "../../../components/answer"
import { useApi } from "../../../lib/api"
import { useDeed, WIDE } from "../../../lib/deed"
import { when } from "../../../lib/producer"
import type { ReachedBuyer, RecallView } from "../../../lib/recalls"

const COLOURS = { to_send: "blue", sent: "green", failed: "red", no_contact: "orange", dropped: "grey" } as const

/** One recall: what it took, who was told and when, and whom to call. */
const RecallPage = () => {
  const { id = "" } = useParams()
  const recall = useApi<{ recall: RecallView }>(`/admin/recalls/${encodeURIComponent(id)}`)
  return <Answer of={recall}>{(data) => <Shown recall={data.recall} reload={recall.reload} />}</Answer>
}

function Shown({ recall, reload }: { recall: RecallView; reload: () => void }) {
  const { t, i18n } = useTranslation("market")
  const { started_by, lifted } = recall
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-1 px-6 py-4">
        <Heading>
          {recall.lot_title} · {recall.lot_code}
        </Heading>
        <Text size="small">
          {t(`recallReason.${recall.reason}`)}
          {recall.detail ? `. ${recall.detail}` : ""}
        </Text>
        <Text size="small">{t(`recallAdviceOf.${recall.advice}`)}</Text>
        <Text size="xsmall">
          {t("recallBy")}: {t(`recallActor.${started_by.kind}`)} {started_by.name ?? ""} ·{" "}
          {when(recall.at, i18n.language)}
        </Text>
        {lifted ? (
          <Text size="xsmall">
            {t("recallLifted")} {when(lifted.at, i18n.language)}: {lifted.reason}
          </Text>
        ) : null}
        <Text size="xsmall">
          {t("recallLots")}:{" "}
          {recall.lots_taken.map(({ code, producer_name }) => `${code} (${producer_name})`).join(", ")}
        </Text>
        {recall.makers.length > 0 ? (
          <Text size="xsmall">
            {t("recallMakers")}:{" "}
            {recall.makers.map(({ name, phone, state }) => `${name} ${phone}: ${t(`recallState.${state}`)}`).join(", ")}
          </Text>
        ) : null}
        {recall.held_lines.length > 0 ? (
          <Text size="xsmall">
            {t("recallHeld")}:{" "}
            {recall.held_lines.map(({ part_id, display_no, title }) => (
              <Link key={`${part_id}${title}`} className="mr-3 underline" to={`/producer-orders/${part_id}`}>
                {display_no} {title}
              </Link>
            ))}
          </Text>
        ) : null}
      </div>
      <div className="px-6 py-4">
        <Heading level="h2">{t("recallReached")}</Heading>
        {recall.reached.length === 0 ? <Text size="small">{t("recallNobody")}</Text> : null}
      </div>
      <ul className="divide-y">
        {recall.reached.map((one) => (
          <Reached key={one.id} one={one} recall={recall} reload={reload} />
        ))}
      </ul>
      {recall.may_lift ? <Lift id={recall.id} reload={reload} /> : null}
    </Container>
  )
}

function Reached({ one, recall, reload }: { one: ReachedBuyer; recall: RecallView; reload: () => void }) {
  const { t, i18n } = useTranslation("market")
  const { busy, run } = useDeed(reload)
  const call = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = String(new FormData(event.currentTarget).get("note") ?? "")
    return run(`/admin/recalls/${recall.id}/called`, { reach_id: one.id, note })
  }
  const at = one.called_at ?? one.sent_at
  return (
    <li className="flex flex-wrap items-start gap-4 px-6 py-4">
      <div style={WIDE}>
        <Text weight="plus">{one.numbers.join(", ")}</Text>
        <Text size="small">{one.goods.join(", ")}</Text>
        <Text size="small">{[one.name, one.phone, one.email].filter(Boolean).join(", ")}</Text>
      </div>
      <div style={WIDE}>
        <Badge size="2xsmall" color={one.called_at ? "green" : COLOURS[one.state]}>
          {t(`recallState.${one.called_at && one.state !== "sent" ? "called" : one.state}`)}
        </Badge>
        {at ? (
          <Text size="xsmall">
            {[one.channel, when(at, i18n.language), one.called_by, one.called_note].filter(Boolean).join(" · ")}
          </Text>
        ) : null}
        {one.state === "to_send" && one.tries > 0 ? (
          <Text size="xsmall">{t("recallTries", { tries: one.tries })}</Text>
        ) : null}
      </div>
      <div style={WIDE}>
        {one.called_at || one.state === "sent" || one.state === "dropped" ? null : (
          <form className="flex gap-2" onSubmit={call}>
            <Input
              name="note"
              size="small"
              className="min-w-0"
              maxLength={200}
              aria-label={t("recallCallNote")}
              placeholder={t("recallCallNote")}
            />
            <Button size="small" variant="secondary" type="submit" isLoading={busy}>
              {t("recallCall")}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}

function Lift({ id, reload }: { id: string; reload: () => void }) {
  const { t } = useTranslation("market")
  const { busy, run } = useDeed(reload)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    return run(`/admin/recalls/${id}/lift`, { reason: new FormData(event.currentTarget).get("reason") })
  }
  return (
    <form className="flex gap-2 px-6 py-4" onSubmit={send}>
      <Input
        name="reason"
        size="small"
        required
        minLength={3}
        maxLength={300}
        aria-label={t("recallLiftWhy")}
        placeholder={t("recallLiftWhy")}
      />
      <Button size="small" variant="secondary" type="submit" isLoading={busy} style={{ whiteSpace: "nowrap" }}>
        {t("recallLift")}
      </Button>
    </form>
  )
}

export default RecallPage
