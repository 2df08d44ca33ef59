import { amountsOf } from "../modules/trade/line-share"
import type { ProducerOrderLine } from "../modules/trade/rows"
import { takeBack, type Wanted } from "../modules/trade/take-back"

/** What units of a part's lines would take off its price if they were cancelled now, shipping share included. */
export function priceToCancel(lines: ProducerOrderLine[], wanted?: Wanted[]) {
  const taken = takeBack(lines, wanted, true)
  if (!taken.ok) return taken
  const total = taken.pieces.reduce((sum, { line, from, to }) => {
    const { goods, discount, shipping } = amountsOf(line, from, to)
    return sum + goods - discount + shipping
  }, 0)
  return { ok: true as const, total, whole: taken.whole }
}
