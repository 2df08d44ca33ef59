import type { BuyerPart } from "../../buyer/read-buyer-order"
import { RETURN_REASONS } from "../../modules/trade/rows"
import { Choice, ErrorSummary, type FieldErrors, Input, TextArea } from "../fields"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { buyerOrder } from "../text/buyer-order"
import type { OrderLinks } from "./order-page"

export type ReturnSent = { line_id?: string; quantity?: string; reason?: string; note?: string }
type Props = { page: PageContext; part: BuyerPart; links: OrderLinks; sent?: ReturnSent; errors?: FieldErrors }

/** What the buyer wants to send back, how many and why. */
export function ReturnForm({ page, part, links, sent = {}, errors }: Props) {
  const { lang } = page
  const t = buyerOrder[lang]
  const lines = part.lines.filter(({ returnable }) => returnable > 0)
  const only = lines.length === 1 ? lines[0] : undefined
  return (
    <Layout page={page} title={t.returnTitle(part.display_no)}>
      <div class="narrow">
        <h1>{t.returnTitle(part.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <p>{t.returnLead}</p>
        <form method="post" action={links.act(part, "return")}>
          <Choice
            lang={lang}
            name="line_id"
            label={t.returnWhich}
            required
            value={sent.line_id ?? only?.id}
            errors={errors}
            options={lines.map(({ id, title, returnable, unit }) => ({
              value: id,
              label: title,
              hint: t.returnable(returnable, unit),
            }))}
          />
          <Input
            lang={lang}
            name="quantity"
            label={t.returnCount}
            inputmode="numeric"
            maxlength={6}
            required
            value={sent.quantity ?? 1}
            errors={errors}
          />
          <Choice
            lang={lang}
            name="reason"
            label={t.returnWhy}
            required
            value={sent.reason}
            errors={errors}
            options={RETURN_REASONS.map((value) => ({
              value,
              label: t.returnReason[value],
              hint: value === "changed_mind" ? t.changedMindHint : undefined,
            }))}
          />
          <TextArea
            lang={lang}
            name="note"
            label={t.returnNote}
            hint={t.returnNoteHint}
            rows={3}
            maxlength={500}
            value={sent.note}
            errors={errors}
          />
          <p class="actions">
            <button class="button" type="submit">
              {t.returnSend}
            </button>
            <a class="button secondary" href={links.home}>
              {t.back}
            </a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
