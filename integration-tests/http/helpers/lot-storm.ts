import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { allocateLots } from "../../../plugins/village-market/src/modules/traceability/lots/allocate-lots"
import { as, day, type Maker } from "./lots"

/**
 * Many takers at once on a few lots: order lines, splits, merges, transformations, corrections and their undoing, in an
 * order that nobody chooses. Returns how many went through; what may not be is refused, never an error of ours.
 */
export async function storm(pg: Knex, maker: Maker, lots: string[], rounds: number): Promise<number> {
  const any = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)] as T
  const post = async (path: string, body: object) => {
    const reply = await as(maker)("post", path).send({ happened_at: day(0), ...body })
    if (![201, 400, 404, 409].includes(reply.status)) throw new Error(`${path}: ${reply.status} ${reply.text}`)
    if (reply.body.change) {
      changes.push(reply.body.change.id)
      for (const { id } of reply.body.change.lots) lots.push(id)
    }
    return reply.status === 201
  }
  const changes: string[] = []
  const n = () => 1 + Math.floor(Math.random() * 4)
  const acts = [
    () => post(`/producers/me/lots/${any(lots)}/split`, { quantities: [n(), n()] }),
    () =>
      post("/producers/me/lots/merge", { inputs: [any(lots), any(lots)].map((lot_id) => ({ lot_id, quantity: n() })) }),
    () =>
      post("/producers/me/lots/transform", {
        inputs: [{ lot_id: any(lots), quantity: n() }],
        outputs: [{ listing_id: maker.listing, quantity: 1 }],
      }),
    () => post("/producers/me/lots/corrections", { target: "amount", lot_id: any(lots), quantity: 5 + n() }),
    () =>
      post("/producers/me/lots/corrections", {
        ...{ target: "change", reason: "did_not_occur", change_id: any(changes.length > 0 ? changes : ["none"]) },
      }),
    ...Array.from({ length: 3 }, () => async () => {
      const allocations = [any(lots), any(lots)].map((lot_id) => ({
        ...{ producer_order_line_id: randomUUID(), lot_id, quantity: n() },
      }))
      return allocateLots(pg, { producer_id: maker.id, allocations }).then(
        () => true,
        (error: { type?: string }) => {
          if (error.type !== "conflict") throw error
          return false
        },
      )
    }),
  ]
  let done = 0
  for (let round = 0; round < rounds; round++) {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => any(acts)()))
    done += outcomes.filter(Boolean).length
  }
  return done
}

/** What was taken of lots beyond what they hold: none, ever. And how many a change gave out beyond what went into it. */
export async function overdrawn(pg: Knex, producer_id: string) {
  const { rows: lots } = await pg.raw('select lot_id from lot_balance where producer_id = ? and "left" < 0', [
    producer_id,
  ])
  const { rows: changes } = await pg.raw(
    `select c.id from lot_change c join lot_change_part p on p.change_id = c.id
     where c.producer_id = ? and not c.unusual group by c.id
     having sum(p.quantity) filter (where p.side = 'output') > sum(p.quantity) filter (where p.side = 'input')`,
    [producer_id],
  )
  return { lots, changes }
}
