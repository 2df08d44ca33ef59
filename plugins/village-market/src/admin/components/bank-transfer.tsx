import { Badge, Button, Input, Text } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { type AttemptShown, type TransferShown, useDecision } from "../lib/bank"
import { when } from "../lib/producer"

/** Two columns on a desk, one on a phone. */
const WIDE = { flex: "1 1 20rem", minWidth: 0, overflowWrap: "anywhere" } as const

type Props = { transfer: TransferShown; done: () => void }

/** A movement on the account: the evidence, and what may be decided. */
export function BankTransfer({ transfer, done }: Props) {
  const { t, i18n } = useTranslation("market")
  const { amount, direction, content, bank_reference, booked_at, decision, attempt } = transfer
  const waits = decision?.kind === "review" || decision?.kind === "undone"
  return (
    <li className="flex flex-wrap items-start gap-4 px-6 py-4">
      <div style={WIDE} className="flex flex-col gap-1">
        <Text weight="plus">
          {direction === "out" ? "−" : ""}
          {dong(amount, i18n.language)}
        </Text>
        <Text size="small">{content || "—"}</Text>
        <Text size="xsmall">{[when(booked_at, i18n.language), bank_reference].filter(Boolean).join(" · ")}</Text>
        <div>
          <Badge size="2xsmall" color={waits ? "orange" : "grey"}>
            {t(`bankKind.${decision?.kind}`)}
          </Badge>
        </div>
        {decision?.reason ? <Text size="small">{t(`bankReason.${decision.reason}`)}</Text> : null}
        {decision?.note ? <Text size="small">“{decision.note}”</Text> : null}
        {decision && decision.by !== "system" ? (
          <Text size="xsmall">{t("bankBy", { by: decision.by, at: when(decision.at, i18n.language) })}</Text>
        ) : null}
        {attempt ? (
          <Text size="small">
            <OrderLink attempt={attempt}>
              {t("bankNamed", {
                order: attempt.order_no ?? attempt.txn_ref,
                amount: dong(attempt.amount, i18n.language),
              })}
            </OrderLink>
          </Text>
        ) : null}
      </div>
      <div style={WIDE} className="flex flex-col gap-3">
        {waits ? <Deciding transfer={transfer} done={done} /> : null}
        {transfer.may_undo ? <Reasoned id={transfer.id} deeds={["undo"]} done={done} /> : null}
      </div>
    </li>
  )
}

export const dong = (amount: number, language: string) =>
  new Intl.NumberFormat(language, { style: "currency", currency: "VND" }).format(amount)

function OrderLink({ attempt, children }: { attempt: AttemptShown; children: string }) {
  return attempt.order_id ? <Link to={`/orders/${attempt.order_id}`}>{children}</Link> : children
}

function Deciding({ transfer, done }: Props) {
  const { t, i18n } = useTranslation("market")
  const { busy, decide } = useDecision(transfer.id, done)
  const other = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    return decide("match", { order: new FormData(event.currentTarget).get("order") })
  }
  return (
    <>
      {transfer.suggestions.map(({ attempt, reasons, with: others }) => (
        <div key={attempt.id} className="flex flex-col items-start gap-1">
          <Text size="small" weight="plus">
            <OrderLink attempt={attempt}>
              {t("bankSuggestion", {
                ...{ order: attempt.order_no ?? attempt.txn_ref, name: attempt.buyer_name ?? "" },
                amount: dong(attempt.amount, i18n.language),
              })}
            </OrderLink>
          </Text>
          <Text size="xsmall">{reasons.map((reason) => t(`bankWhy.${reason}`)).join(", ")}</Text>
          {others.length > 0 ? <Text size="xsmall">{t("bankTogether", { count: others.length })}</Text> : null}
          <Button
            size="small"
            variant="secondary"
            isLoading={busy}
            onClick={() => decide("match", { attempt_id: attempt.id, with: others })}
          >
            {t("bankMatch")}
          </Button>
        </div>
      ))}
      {transfer.direction === "in" ? (
        <form className="flex gap-2" onSubmit={other}>
          <Input
            {...{ name: "order", size: "small", required: true, className: "min-w-0" }}
            {...{ "aria-label": t("bankMatchOther"), placeholder: t("bankMatchOther") }}
          />
          <Button size="small" variant="secondary" type="submit" isLoading={busy}>
            {t("bankMatchDo")}
          </Button>
        </form>
      ) : null}
      <Reasoned
        id={transfer.id}
        deeds={transfer.direction === "in" ? ["give-back", "ignore"] : ["ignore"]}
        done={done}
      />
    </>
  )
}

const WORDS = { "give-back": "bankGiveBack", ignore: "bankIgnore", undo: "bankUndo" } as const

/** Decisions that need a reason: one field, a button for each. */
function Reasoned({ id, deeds, done }: { id: string; deeds: (keyof typeof WORDS)[]; done: () => void }) {
  const { t } = useTranslation("market")
  const { busy, decide } = useDecision(id, done)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const deed = deeds.find((one) => one === submitter?.getAttribute("value")) ?? deeds[0]
    if (deed) return decide(deed, { note: new FormData(event.currentTarget).get("note") })
  }
  return (
    <form className="flex flex-wrap gap-2" onSubmit={send}>
      <Input
        {...{ name: "note", size: "small", required: true, minLength: 3, className: "min-w-0" }}
        {...{ "aria-label": t("bankNote"), placeholder: t("bankNote") }}
      />
      {deeds.map((deed) => (
        <Button key={deed} size="small" variant="secondary" type="submit" name="deed" value={deed} isLoading={busy}>
          {t(WORDS[deed])}
        </Button>
      ))}
    </form>
  )
}
