import type { BuyerLine, BuyerPart } from "../../buyer/read-buyer-order"
import { goodsOf } from "../../notices/read-part"
import { AheadNote } from "../ahead-note"
import { CashTakings } from "../cash/cash-takings"
import { date, money } from "../format"
import type { PageContext } from "../page"
import { BuyerRecalls } from "../recalls/buyer-recalls"
import { buyerOrder } from "../text/buyer-order"
import { cash } from "../text/cash"
import { qr } from "../text/qr"
import type { OrderLinks } from "./order-page"
import { PartReturns } from "./part-returns"

const STEPS = ["placed", "accepted", "packed", "handed_over", "delivered"] as const

type Props = { page: PageContext; part: BuyerPart; links: OrderLinks }

/** One producer's part: where it stands, what is in it, what it costs now, and what the buyer may do. */
export function PartCard({ page, part, links }: Props) {
  const { lang } = page
  const t = buyerOrder[lang]
  const ended = part.status === "cancelled" || part.status === "expired" || part.status === "returned"
  const { producer } = part
  return (
    <section class="card" id={part.id} aria-labelledby={`${part.id}-title`}>
      <h2 id={`${part.id}-title`}>{t.part(part.display_no, producer.name)}</h2>
      <p>
        <span class={ended ? "tag bad" : part.may.ask_return && part.delivered_at ? "tag good" : "tag"}>
          {t.status[part.status]}
        </span>{" "}
        {t.paidBy[part.collected_by ?? part.payment_means]}
      </p>
      <BuyerRecalls page={page} part={part} />
      {ended || part.status === "awaiting_payment" ? null : <Steps lang={lang} part={part} />}
      <Facts page={page} part={part} />
      <ul>
        {part.lines.map((line) => (
          <Line lang={lang} line={line} />
        ))}
      </ul>
      <Price lang={lang} part={part} />
      {part.cash_code ? (
        <div class="notice">
          <h3>{cash[lang].buyerCode}</h3>
          <p class="cash-code">{part.cash_code}</p>
          <p>{cash[lang].buyerCodeLead(money(lang, part.money.at_door))}</p>
          {page.settings.bank ? (
            <form method="post" action={links.act(part, "qr")}>
              <p>{qr[lang].payLead}</p>
              <button class="button secondary" type="submit">
                {qr[lang].pay}
              </button>
            </form>
          ) : null}
        </div>
      ) : null}
      <CashTakings lang={lang} takings={part.cash_takings} receiptAt={(id) => links.act(part, `receipts/${id}`)} />
      <PartReturns page={page} part={part} links={links} />
      <Acts page={page} part={part} links={links} />
    </section>
  )
}

type Lang = PageContext["lang"]

function Steps({ lang, part }: { lang: Lang; part: BuyerPart }) {
  const t = buyerOrder[lang]
  const at = part.status === "completed" ? STEPS.length - 1 : (STEPS as readonly string[]).indexOf(part.status)
  return (
    <ol class="steps" aria-label={t.steps}>
      {STEPS.map((step, index) => (
        <li class={index <= at ? "made" : undefined} aria-current={index === at ? "step" : undefined}>
          {t.step[step]}
        </li>
      ))}
    </ol>
  )
}

function Facts({ page: { lang }, part }: { page: PageContext; part: BuyerPart }) {
  const t = buyerOrder[lang]
  const facts = [
    [t.carrier, part.carrier],
    [t.tracking, part.tracking_code],
    [t.pickup, part.delivery_kind === "delivery" ? null : part.pickup_place],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  if (facts.length === 0) return null
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

function Line({ lang, line }: { lang: Lang; line: BuyerLine }) {
  const t = buyerOrder[lang]
  const gone = [
    line.cancelled > 0 ? t.linesCancelled(line.cancelled, line.unit) : "",
    line.returned > 0 ? t.linesReturned(line.returned, line.unit) : "",
  ].filter(Boolean)
  return (
    <li>
      {line.quantity} {line.unit} {line.title}: {money(lang, line.goods)}
      {gone.length > 0 ? <strong> ({gone.join(", ")})</strong> : null}
      {line.lots.map((code) => (
        <>
          {" "}
          <a href={`/lot/${code}`}>{t.trace(code)}</a>
        </>
      ))}
      {line.ahead ? <AheadNote lang={lang} ahead={[line.ahead]} line={line} /> : null}
    </li>
  )
}

/** From what was ordered to what it costs now, step by step. */
function Price({ lang, part }: { lang: Lang; part: BuyerPart }) {
  const t = buyerOrder[lang]
  const name = part.shipping_name || t.shipping
  return (
    <>
      <dl class="totals">
        <dt>{name}</dt>
        <dd>{part.shipping === 0 ? t.free : money(lang, part.shipping)}</dd>
        {part.discount > 0 ? (
          <>
            <dt>{t.discount}</dt>
            <dd>{money(lang, -part.discount)}</dd>
          </>
        ) : null}
        {part.changes.map(({ kind, by, reason, total, lines }) => (
          <>
            <dt>
              {t.change[kind]} {goodsOf(part.lines, lines)}
              <small class="meta">
                {" "}
                ({kind === "cancel" ? t.changeBy[by] : ((t.returnReason as Record<string, string>)[reason] ?? reason)}
                {kind === "cancel" && by !== "buyer" && reason ? `. ${t.reason}: ${reason}` : ""})
              </small>
            </dt>
            <dd>{money(lang, -total)}</dd>
          </>
        ))}
        <dt>{t.partTotal}</dt>
        <dd>
          <strong>{money(lang, part.money.costs)}</strong>
        </dd>
        {part.money.at_door > 0 ? (
          <>
            <dt>{t.atDoor}</dt>
            <dd>{money(lang, part.money.at_door)}</dd>
          </>
        ) : null}
      </dl>
      {part.refunds.map(({ amount, means, done }) => (
        <p class={done ? "notice good" : "notice"}>
          {done ? t.refundedLine(money(lang, amount)) : t.goingBackLine[means](money(lang, amount))}
        </p>
      ))}
    </>
  )
}

function Acts({ page: { lang }, part, links }: Props) {
  const t = buyerOrder[lang]
  const { cancel, receive, ask_return } = part.may
  const returns = ask_return && part.lines.some(({ returnable }) => returnable > 0)
  if (!cancel && !receive && !returns) return null
  return (
    <>
      {returns && part.return_until ? <p class="meta">{t.returnUntil(date(lang, part.return_until))}</p> : null}
      <div class="actions">
        {receive ? (
          <form method="post" action={links.act(part, "received")}>
            <button class="button" type="submit">
              {t.received}
            </button>
          </form>
        ) : null}
        {returns ? (
          <a class="button secondary" href={links.act(part, "return")}>
            {t.askReturn}
          </a>
        ) : null}
        {cancel ? (
          <a class="button secondary" href={links.act(part, "cancel")}>
            {t.cancelPart}
          </a>
        ) : null}
      </div>
    </>
  )
}
