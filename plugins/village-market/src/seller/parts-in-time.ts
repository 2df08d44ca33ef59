import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type Due = { id: string; order_id: string }

/** So many are seen to in one turn; the rest in the next. */
const TURN = 200

/** Parts that wait for an answer, were placed so many hours ago, have time left, and whose producer was not reminded. */
export const partsToRemind = (pg: Knex, hours: number): Promise<Due[]> =>
  rows(
    pg,
    `part.status = 'placed' and part.placed_at < now() - make_interval(hours => ?) and part.answer_by > now()
     and not exists (select 1 from order_notice where id = part.id || ':producer:answer_soon')`,
    [hours],
  )

/** Parts whose time to answer is over, of producers who named a helper that has not been told. */
export const partsForHelper = (pg: Knex): Promise<Due[]> =>
  rows(
    pg,
    `part.status = 'placed' and part.answer_by < now()
     and exists (select 1 from producer where id = part.producer_id and helper_phone is not null)
     and not exists (select 1 from order_notice where id = part.id || ':helper:answer_late')`,
    [],
  )

/** Parts that left the producer so many hours ago and of which nobody said that they came. */
export const partsAssumedDelivered = (pg: Knex, hours: number): Promise<Due[]> =>
  rows(
    pg,
    `part.status = 'handed_over' and part.handed_over_at < now() - make_interval(hours => ?)
     and not ${OPEN_RETURN}`,
    [hours],
  )

/** Parts received so many hours ago: the time to ask for a return is over, and nobody waits for an answer to one. */
export const partsToComplete = (pg: Knex, hours: number): Promise<Due[]> =>
  rows(
    pg,
    `part.status = 'delivered' and part.delivered_at < now() - make_interval(hours => ?) and not ${OPEN_RETURN}`,
    [hours],
  )

const OPEN_RETURN = `exists (
  select 1 from return_request r where r.producer_order_id = part.id and r.status in ('asked', 'accepted')
)`

async function rows(pg: Knex, where: string, values: number[]): Promise<Due[]> {
  const { rows } = await pg.raw<{ rows: Due[] }>(
    `select part.id, part.order_id from producer_order part where ${where}
     order by coalesce(part.delivered_at, part.handed_over_at, part.answer_by), part.id limit ${TURN}`,
    values,
  )
  return rows
}
