import { randomUUID } from "node:crypto"
import { ACTS } from "../../../../seller/own-acts"
import type { OwnOrder } from "../../../../seller/own-orders"
import type { FieldErrors } from "../../../../web/fields"
import type { Language } from "../../../../web/language"
import { type CancelSent, countField } from "../../../../web/producer-orders/cancel-page"
import { reasonOf } from "../../../../web/producer-orders/reason-fields"
import { orders } from "../../../../web/text/orders"

/** Fields as a form sends them; what came twice or is no text is left out. */
export type Form = Partial<Record<string, string>>
export const formOf = (body: unknown): Form =>
  Object.fromEntries(
    Object.entries(typeof body === "object" && body !== null ? body : {}).filter(
      ([, value]) => typeof value === "string",
    ),
  )

export function readHandOverForm(form: Form, order: OwnOrder) {
  const lots = order.lines.flatMap(({ id }) => {
    const lot_id = form[`lot_${id}`]
    return lot_id ? [{ line_id: id, lot_id }] : []
  })
  return {
    carrier: form.carrier?.slice(0, 100),
    tracking_code: form.tracking_code?.slice(0, 100),
    lots,
    not_recalled: order.lines.map(({ id }) => id).filter((id) => form[`not_recalled_${id}`] === "yes"),
  }
}

/** What to cancel and why; `body` is missing where something is to be put right first. */
export function readCancelForm(form: Form, order: OwnOrder, lang: Language) {
  const t = orders[lang]
  const counts = Object.fromEntries(order.lines.map(({ id }) => [id, form[countField(id)] ?? "0"]))
  const sent: CancelSent = { suggested: form.suggested, reason: form.reason, much: form.much, counts }
  const once = /^[\w-]{8,40}$/.test(form.once ?? "") ? String(form.once) : randomUUID()
  const errors: FieldErrors = {}
  const lines = form.much === "some" ? wantedOf(order, counts) : undefined
  if (lines === "wrong") errors.much = t.countWrong
  const reason = reasonOf(sent)
  if (reason.length < 3) errors.reason = t.reasonMissing
  const read = lines === "wrong" ? undefined : ACTS.cancel.safeParse({ reason, key: once, ...(lines ? { lines } : {}) })
  return { sent, once, errors, body: Object.keys(errors).length === 0 ? read?.data : undefined }
}

function wantedOf(order: OwnOrder, counts: Record<string, string>) {
  const wanted = order.lines.map(({ id, left }) => ({ line_id: id, quantity: Number(counts[id] || 0), left }))
  const wrong = wanted.some(({ quantity, left }) => !Number.isInteger(quantity) || quantity < 0 || quantity > left)
  const lines = wanted.filter(({ quantity }) => quantity > 0).map(({ left: _, ...line }) => line)
  return wrong || lines.length === 0 ? ("wrong" as const) : lines
}
