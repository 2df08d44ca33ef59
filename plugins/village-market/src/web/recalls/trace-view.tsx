import type { impersonal } from "../../recalls/read-trace-file"
import { date } from "../format"
import type { Language } from "../language"
import { recallTexts } from "../text/recall"

type Seen = ReturnType<typeof impersonal>
const KINDS = ["split", "merge", "transformation"] as const

/** A trace for the eyes: lots in the order of their making, what became of them, and the orders they served. */
export function TraceView({ lang, trace }: { lang: Language; trace: Seen }) {
  const t = recallTexts[lang]
  return (
    <>
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.lotCode}</th>
              <th scope="col">{t.goods}</th>
              <th scope="col">{t.maker}</th>
              <th scope="col">{t.madeOn}</th>
            </tr>
          </thead>
          <tbody>
            {trace.lots.map(({ code, title, producer, made_on, place }) => (
              <tr>
                <td>
                  <a class="lot-code" href={`/lot/${code}`}>
                    {code}
                  </a>
                  <br />
                  {t.place[place]}
                </td>
                <td>{title}</td>
                <td>{producer}</td>
                <td>{date(lang, made_on)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {trace.changes.length > 0 ? (
        <>
          <h2>{t.changesTitle}</h2>
          <ul>
            {trace.changes.map(({ kind, at, inputs, outputs }) => (
              <li>
                {nameOf(lang, kind)}, {date(lang, at)}: {inputs.join(", ")} → {outputs.join(", ")}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{t.linesTitle}</h2>
      {trace.lines.length === 0 ? (
        <p>{t.linesNone}</p>
      ) : (
        <ul>
          {trace.lines.map(({ order_no, lot_code, title, quantity, unit, producer }) => (
            <li>
              {t.order} {order_no}: {quantity === null ? `${title} (${t.elsewhere})` : `${quantity} ${unit} ${title}`} ·{" "}
              {producer} · <span class="lot-code">{lot_code}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function nameOf(lang: Language, kind: string): string {
  const known = KINDS.find((one) => one === kind)
  return known ? recallTexts[lang].change[known] : recallTexts[lang].change.source
}

/** Asks for a lot or an order. */
export function TraceForm({ lang, lot, order }: { lang: Language; lot?: string; order?: string }) {
  const t = recallTexts[lang]
  return (
    <search>
      <form method="get" action="/office/recalls/trace" class="office-search">
        <div class="field">
          <label for="lot">{t.lotCode}</label>
          <input id="lot" name="lot" value={lot ?? ""} maxlength={20} autocomplete="off" />
        </div>
        <div class="field">
          <label for="order">{t.orderNo}</label>
          <input id="order" name="order" value={order ?? ""} maxlength={20} autocomplete="off" />
        </div>
        <button class="button" type="submit">
          {t.trace}
        </button>
      </form>
    </search>
  )
}
