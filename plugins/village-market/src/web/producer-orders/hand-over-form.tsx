import type { OwnOrder } from "../../seller/own-orders"
import { CashFields } from "../cash/cash-fields"
import { Input, Select } from "../fields"
import { date } from "../format"
import type { PageContext } from "../page"
import { NotRecalled } from "../recalls/held-goods"
import { orders } from "../text/orders"
import { actAt } from "./next-step"

/** The goods leave: from which lots, with whom, and whether the cash is there. */
export function HandOverForm({ page, order }: { page: PageContext; order: OwnOrder }) {
  const { lang } = page
  const t = orders[lang]
  const { delivery_kind: kind, money: sums } = order
  const fetched = kind === "pickup_producer"
  return (
    <form method="post" action={actAt(order.id, "hand-over")} id="hand_over" novalidate>
      <p>{fetched ? t.pickupLead : kind === "pickup_point" ? t.pointLead(order.pickup_place ?? "") : t.handOverLead}</p>
      {order.lines.map((line) =>
        line.left === 0 ? null : line.open_lots.length === 0 ? (
          <NotRecalled page={page} line={line} />
        ) : (
          <>
            <Select
              lang={lang}
              name={`lot_${line.id}`}
              label={t.lot(line.title)}
              hint={t.lotHint}
              empty={t.noLot}
              value={line.open_lots[0]?.id}
              options={line.open_lots.map(({ id, code, made_on }) => ({
                value: id,
                label: `${code} (${date(lang, made_on)})`,
              }))}
            />
            <NotRecalled page={page} line={line} />
          </>
        ),
      )}
      {fetched ? null : (
        <>
          <Input
            lang={lang}
            name="carrier"
            label={t.carrier}
            hint={t.carrierHint}
            maxlength={100}
            value={order.carrier ?? (kind === "pickup_point" ? order.pickup_place : null)}
          />
          <Input lang={lang} name="tracking_code" label={t.tracking} maxlength={100} value={order.tracking_code} />
        </>
      )}
      {sums.to_collect > 0 ? (
        <CashFields page={page} order={order} confirm hint={fetched ? undefined : t.cashHint} />
      ) : null}
      <p class="hint">{t.irreversible}</p>
      <button class="button" type="submit">
        {fetched ? t.pickedUp : t.handOver}
      </button>
    </form>
  )
}
