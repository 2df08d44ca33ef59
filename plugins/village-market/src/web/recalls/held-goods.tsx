import type { OwnLine, OwnOrder } from "../../seller/own-orders"
import type { PageContext } from "../page"
import { recallTexts } from "../text/recall"

/** Goods that must not leave, or should not have left, because their lot is under recall. */
export function HeldGoods({ page: { lang }, order }: { page: PageContext; order: OwnOrder }) {
  const t = recallTexts[lang]
  const held = order.lines.filter(({ held_for, left }) => held_for.length > 0 && left > 0)
  const left = order.lines.filter(({ recalled_lots }) => recalled_lots.length > 0)
  return (
    <>
      {held.length > 0 ? (
        <div class="notice warn" role="alert">
          <h2>{t.heldTitle}</h2>
          {held.map(({ title, held_for }) => (
            <p>{t.held(title, held_for.join(", "))}</p>
          ))}
        </div>
      ) : null}
      {left.length > 0 ? (
        <div class="notice warn">
          {left.map(({ title, recalled_lots }) => (
            <p>{t.leftRecalled(title, recalled_lots.join(", "))}</p>
          ))}
        </div>
      ) : null}
    </>
  )
}

/** By this a household says that goods under a hold are of none of the recalled lots. */
export function NotRecalled({ page: { lang }, line }: { page: PageContext; line: OwnLine }) {
  if (line.held_for.length === 0) return null
  return (
    <label class="option">
      <input type="checkbox" name={`not_recalled_${line.id}`} value="yes" />
      <span>{recallTexts[lang].notRecalled(line.title, line.held_for.join(", "))}</span>
    </label>
  )
}
