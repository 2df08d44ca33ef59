import type { BuyerPart } from "../../buyer/read-buyer-order"
import { goodsOf } from "../../notices/read-part"
import type { PageContext } from "../page"
import { buyerOrder } from "../text/buyer-order"
import type { OrderLinks } from "./order-page"

/** What the buyer asked to send back, and what became of it. */
export function PartReturns({ page, part, links }: { page: PageContext; part: BuyerPart; links: OrderLinks }) {
  const t = buyerOrder[page.lang]
  if (part.returns.length === 0) return null
  return (
    <>
      <h3>{t.returns}</h3>
      <ul>
        {part.returns.map((request) => (
          <li>
            <p>
              {t.returnLine(goodsOf(part.lines, [request]), t.returnReason[request.reason])}
              <br />
              <strong>{t.returnStatus[request.status]}.</strong> {request.answer ? t.answer(request.answer) : null}{" "}
              {request.status === "refused" ? t.refusedHelp(page.settings.hotline) : null}
            </p>
            {request.status === "asked" || request.status === "accepted" ? (
              <form method="post" action={links.act(part, "withdraw")}>
                <input type="hidden" name="return_id" value={request.id} />
                <button class="button secondary" type="submit">
                  {t.withdraw} <span class="visually-hidden">{goodsOf(part.lines, [request])}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
