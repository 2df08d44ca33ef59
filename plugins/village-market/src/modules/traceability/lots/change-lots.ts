import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { insertLot } from "./insert-lot"
import { type LockedLot, lockLots, refuseOveruse } from "./lock-lots"
import type { Place } from "./lot-event"
import type { BalanceReason } from "./mass-balance"
import { planChange } from "./plan-change"
import { expectedYield } from "./read-yields"
import { refuseChange } from "./refuse-change"
import { type RequestMark, sameRequest } from "./request-mark"
import { isAmount } from "./units"
import { writeChange } from "./write-change"

export type ChangeInput = { lot_id: string; quantity: number }
/** What a new lot is of: a listing with its title and unit of today, or raw material. */
export type ChangeOutput = {
  listing_id: string | null
  title: string
  unit: string
  quantity: number
  expires_on: string | null
}

type ChangeBase = {
  producer_id: string
  publicUrl: string
  place: Place
  /** ISO date or instant. */
  happened_at: string
  request?: RequestMark
}
export type NewChange = ChangeBase &
  (
    | { kind: "split"; lot_id: string; quantities: number[] }
    | { kind: "merge"; inputs: ChangeInput[] }
    | {
        kind: "transformation"
        inputs: ChangeInput[]
        outputs: ChangeOutput[]
        declared_yield: number | null
        reason: BalanceReason | null
        reason_text: string | null
      }
  )

export type ChangedLots = { id: string; lots: { id: string; code: string }[] }

/**
 * Makes lots of lots, in one transaction: rows locked in order, what is left, the balance, the new lots, the events, the
 * log. A split and a merge keep what a lot is, and give out as much as goes in. The same request again changes nothing
 * and is answered as before.
 * @throws NOT_FOUND for a lot that is not this producer's, CONFLICT for more than is left or another content under a known
 * key, INVALID_DATA where the amounts are none or do not balance.
 */
export const changeLots = (pg: Knex, change: NewChange): Promise<ChangedLots> =>
  pg.transaction(async (trx) => {
    const ids = change.kind === "split" ? [change.lot_id] : change.inputs.map(({ lot_id }) => lot_id)
    const lot = await lockLots(trx, change.producer_id, ids)
    const known = await knownChange(trx, change)
    if (known) return known
    const inputs = inputsOf(change).map(({ lot_id, quantity }) => ({ lot: lot(lot_id), quantity }))
    refuseAmounts(inputs)
    const outputs = outputsOf(change, inputs)
    if (outputs.length === 0 || outputs.some(({ quantity, unit }) => !isAmount(quantity, unit))) throw wrongAmount()
    const stated = change.kind === "transformation" ? change : { declared_yield: null, reason: null, reason_text: null }
    const plan = planChange({
      inputs: inputs.map((one) => ({ quantity: one.quantity, unit: one.lot.unit })),
      outputs,
      declared: stated.declared_yield,
      suggested: change.kind === "transformation" ? await expectedYield(trx, inputs, outputs) : null,
      reason: stated.reason,
      reason_text: stated.reason_text,
    })
    if (!plan.ok) throw refuseChange(plan)
    const made: { id: string; code: string }[] = []
    for (const { quantity, ...fields } of outputs) {
      made.push(await insertLot(trx, { ...fields, quantity, producer_id: change.producer_id, made_on: fields.made_on }))
    }
    const id = await writeChange(trx, {
      ...change,
      inputs,
      outputs: outputs.map((output, n) => ({ ...output, ...(made[n] ?? { id: "", code: "" }) })),
      declared_yield: plan.yield,
      unusual: plan.unusual,
      reason: plan.unusual ? stated.reason : null,
      reason_text: plan.unusual ? stated.reason_text : null,
    })
    return { id, lots: made.map(({ id, code }) => ({ id, code })) }
  })

type Input = { lot: LockedLot; quantity: number }

const wrongAmount = () =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "Số lượng phải lớn hơn 0, nhiều nhất ba số lẻ; hàng đếm từng cái thì không có số lẻ",
  )

/** The answer given before to the same request; asked for after the locks, so that two at once do not both find none. */
async function knownChange(
  trx: Knex.Transaction,
  { producer_id, request }: NewChange,
): Promise<ChangedLots | undefined> {
  if (!request) return undefined
  const [row] = await trx("lot_change").where({ producer_id, request_key: request.key })
  if (!row) return undefined
  sameRequest(row.request_hash, request)
  const { rows } = await trx.raw<{ rows: { id: string; code: string }[] }>(
    `select lot.id, lot.code from lot_change_part part join lot on lot.id = part.lot_id
     where part.change_id = ? and part.side = 'output' order by part.id`,
    [row.id],
  )
  return { id: row.id, lots: rows }
}

const inputsOf = (change: NewChange): ChangeInput[] =>
  change.kind === "split"
    ? [{ lot_id: change.lot_id, quantity: thousandths(change.quantities.reduce((sum, one) => sum + one, 0)) }]
    : change.inputs

const thousandths = (quantity: number) => Math.round(quantity * 1000) / 1000

function refuseAmounts(inputs: Input[]) {
  if (inputs.length === 0 || new Set(inputs.map(({ lot }) => lot.id)).size < inputs.length) throw wrongAmount()
  for (const { lot, quantity } of inputs) {
    if (!isAmount(quantity, lot.unit)) throw wrongAmount()
    refuseOveruse(lot, quantity)
  }
}

/** Of a split or a merge: as the lots were, with the oldest day of making and the earliest date of expiry. */
function outputsOf(change: NewChange, inputs: Input[]): (ChangeOutput & { made_on: string })[] {
  const made_on = change.happened_at.slice(0, 10)
  if (change.kind === "transformation") return change.outputs.map((output) => ({ ...output, made_on }))
  const [first] = inputs
  if (!first) return []
  const { listing_id, title, unit } = first.lot
  const whole = {
    ...{ listing_id, title, unit },
    made_on: earliest(inputs.map(({ lot }) => lot.made_on)) ?? made_on,
    expires_on: earliest(inputs.flatMap(({ lot }) => lot.expires_on ?? [])),
  }
  if (change.kind === "split") return change.quantities.map((quantity) => ({ ...whole, quantity }))
  if (inputs.length < 2 || inputs.some(({ lot }) => lot.listing_id !== listing_id || lot.unit !== unit)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Chỉ gộp được từ hai lô trở lên, cùng một mặt hàng và cùng đơn vị",
    )
  }
  return [{ ...whole, quantity: thousandths(inputs.reduce((sum, { quantity }) => sum + quantity, 0)) }]
}

const earliest = (days: string[]): string | null => [...days].sort()[0] ?? null
