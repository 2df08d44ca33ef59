import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { number } from "../../../web/format"
import { appendEvents } from "../repository/append-events"
import { declareErrors, type ErrorDeclaration, type ErrorReason } from "./declare-error"
import { lockLots } from "./lock-lots"
import { lotUri } from "./lot-address"
import type { Place } from "./lot-event"
import { type RequestMark, sameRequest } from "./request-mark"
import { isAmount } from "./units"
import { makingOf } from "./write-change"

type Correcting = { producer_id: string; publicUrl: string; place: Place; note: string | null; request?: RequestMark }

const conflict = (message: string) => new MedusaError(MedusaError.Types.CONFLICT, message)
const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const missing = () => new MedusaError(MedusaError.Types.NOT_FOUND, "Không có điều này")

/** Whether the same request was answered before; asked for after the locks. */
async function isKnown(trx: Knex.Transaction, { producer_id, request }: Correcting) {
  const [row] = request ? await trx("lot_correction").where({ producer_id, request_key: request.key }) : []
  if (row && request) sameRequest(row.request_hash, request)
  return row !== undefined
}

const declaration = (how: Correcting, more: Pick<ErrorDeclaration, "target" | "reason" | "change_id">) => ({
  ...how,
  ...more,
})

/** The event of a lot's making that stands, that is, was not declared wrong. */
async function standingMaking(trx: Knex.Transaction, lot_id: string) {
  const { rows } = await trx.raw<{ rows: { id: string; happened_at: string; made_from: string[] | null }[] }>(
    `select e.id, case when e.event ->> 'vm:timePrecision' = 'day' then left(e.event ->> 'eventTime', 10)
       else e.event ->> 'eventTime' end as happened_at, e.event -> 'vm:madeFrom' as made_from from epcis_event e
     where e.lot_id = ? and e.action = 'ADD' and e.error_reason is null
       and not exists (select from lot_correction c where c.event_row_id = e.id)
     order by e.created_at desc limit 1`,
    [lot_id],
  )
  return rows[0]
}

/**
 * Says the right amount of a lot that was opened with a wrong one. Less than was used or sold already is refused (409);
 * what came of another lot is corrected by undoing that change, so that its balance is weighed again.
 */
export const correctAmount = (pg: Knex, how: Correcting & { lot_id: string; quantity: number }): Promise<void> =>
  pg.transaction(async (trx) => {
    const { lot_id, quantity, ...correcting } = how
    const lot = (await lockLots(trx, how.producer_id, [lot_id]))(lot_id)
    if (await isKnown(trx, how)) return
    if (!isAmount(quantity, lot.unit)) throw invalid("Số lượng phải lớn hơn 0")
    if (quantity === lot.quantity) throw invalid("Số mới giống số cũ")
    const used = Math.round((lot.quantity - lot.left) * 1000) / 1000
    if (quantity < used)
      throw conflict(`Lô ${lot.code} đã dùng hoặc đã giao ${number("vi", used)} ${lot.unit}, nên không thể ghi ít hơn`)
    const [born] = await trx("lot_change_part as part")
      .join("lot_change as c", "c.id", "part.change_id")
      .where({ "part.lot_id": lot_id, "part.side": "output", "c.voided_at": null })
      .select("c.id")
    if (born) throw conflict("Lô này làm từ lô khác. Xin hủy lần ghi ấy rồi ghi lại, để chợ tính lại cho khớp.")
    const before = await standingMaking(trx, lot_id)
    if (!before) throw missing()
    const { publicUrl, producer_id, place } = how
    const [replacement] = await appendEvents(trx, [
      makingOf(
        { ...lot, quantity },
        {
          ...{ publicUrl, producer_id, place, happened_at: before.happened_at },
          lots: new Map([[lotUri(publicUrl, lot.code), lot.id]]),
          madeFrom: before.made_from ?? [],
        },
      ),
    ])
    await declareErrors(
      trx,
      [{ id: before.id, lot_id, replacement, quantity_before: lot.quantity, quantity_after: quantity }],
      declaration(correcting, { target: "amount", reason: "incorrect_data" }),
    )
    await trx("lot").where({ id: lot_id }).update({ quantity, updated_at: new Date() })
  })

/** Declares a step of the diary wrong: it was not done, or noted wrong; the right step is then noted as any other. */
export const correctStep = (
  pg: Knex,
  how: Correcting & { lot_id: string; event_row_id: string; reason: ErrorReason },
): Promise<void> =>
  pg.transaction(async (trx) => {
    const { lot_id, event_row_id, reason, ...correcting } = how
    const lot = await lockLots(trx, how.producer_id, [lot_id])
    lot(lot_id)
    if (await isKnown(trx, how)) return
    const [row] = await trx("epcis_event").where({ id: event_row_id, lot_id, error_reason: null }).select("action")
    if (!row) throw missing()
    if (row.action === "ADD") throw invalid("Số lượng của lô thì sửa ở chỗ sửa số lượng")
    await declareErrors(trx, [{ id: event_row_id, lot_id }], declaration(correcting, { target: "step", reason }))
  })

/**
 * Undoes a split, a merge or a transformation that did not happen or was noted wrong: its event and the makings of its
 * new lots are declared so, the new lots are withdrawn and what went in is there again. Refused (409) when a new lot was
 * used or sold.
 */
export const undoChange = (pg: Knex, how: Correcting & { change_id: string; reason: ErrorReason }): Promise<void> =>
  pg.transaction(async (trx) => {
    const { change_id, reason, ...correcting } = how
    const [change] = await trx("lot_change").where({ id: change_id, producer_id: how.producer_id }).select("id")
    if (!change) throw missing()
    const parts: { side: string; lot_id: string }[] = await trx("lot_change_part").where({ change_id })
    const lot = await lockLots(
      trx,
      how.producer_id,
      parts.map(({ lot_id }) => lot_id),
    )
    if (await isKnown(trx, how)) return
    const [now] = await trx("lot_change").where({ id: change_id }).select("voided_at", "epcis_event_id")
    if (now.voided_at) throw conflict("Điều này đã được sửa rồi")
    const made = parts.filter(({ side }) => side === "output").map(({ lot_id }) => lot(lot_id))
    if (made.some(({ left, quantity }) => left !== quantity)) {
      throw conflict("Lô mới đã được dùng hay đã giao, nên không hủy được nữa")
    }
    const makings = await Promise.all(made.map(async ({ id }) => ({ id, making: await standingMaking(trx, id) })))
    const [first] = made
    if (!first || !now.epcis_event_id) throw missing()
    await declareErrors(
      trx,
      [
        { id: now.epcis_event_id, lot_id: first.id },
        ...makings.flatMap(({ id, making }) => (making ? [{ id: making.id, lot_id: id }] : [])),
      ],
      declaration(correcting, { target: "change", reason, change_id }),
    )
    await trx("lot_change").where({ id: change_id }).update({ voided_at: new Date(), updated_at: new Date() })
    await trx("lot")
      .whereIn(
        "id",
        made.map(({ id }) => id),
      )
      .where({ status: "active" })
      .update({ status: "withdrawn", updated_at: new Date() })
  })
