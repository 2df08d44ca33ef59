import { randomBytes } from "node:crypto"
import fc from "fast-check"
import knex, { type Knex } from "knex"
import * as rules from "../../plugins/village-market/src/modules/traceability/recall/trace-graph"
import * as sql from "../../plugins/village-market/src/modules/traceability/recall/trace-lots"
import { variable } from "../harness/variable"
import { lotsOfWorld, randomGraph } from "./helpers/random-lots"

const WORLDS = 20

let db: Knex
const schema = `trace_${randomBytes(6).toString("hex")}`

/** Tables like the shop's own, as far as a trace reads them: what is made up here must not meet the shop's jobs. */
beforeAll(async () => {
  db = knex({
    client: "pg",
    connection: variable("TEST_DATABASE_URL"),
    searchPath: [schema, "public"],
    pool: { min: 1, max: 4 },
  })
  await db.raw("create schema ??", [schema])
  for (const table of ["lot_change", "lot_change_part", "lot_source", "lot_allocation"]) {
    await db.raw("create table ??.?? (like public.?? including all)", [schema, table, table])
  }
  await db.raw("create table ??.producer_order (id text primary key, order_id text)", [schema])
  await db.raw("create table ??.producer_order_line (id text primary key, producer_order_id text)", [schema])
})
afterAll(async () => {
  await db.raw("drop schema if exists ?? cascade", [schema])
  await db.destroy()
})

async function store(world: rules.TraceGraph, prefix: string) {
  // Every third change is a source that was declared, with one lot on either side.
  const changes = world.changes.map((change, n) =>
    n % 3 === 2 ? { ...change, inputs: change.inputs.slice(0, 1), outputs: change.outputs.slice(0, 1) } : change,
  )
  for (const [n, { id, inputs, outputs }] of changes.entries()) {
    if (n % 3 === 2) {
      const [source_lot_id, lot_id] = [inputs[0], outputs[0]]
      await db("lot_source").insert({ id, lot_id, source_lot_id, supplier_lot: "x" })
      continue
    }
    await db("lot_change").insert({ id, producer_id: "p", kind: "split", happened_at: "2026-11-20" })
    const sides = [...inputs.map((lot) => ["input", lot]), ...outputs.map((lot) => ["output", lot])]
    await db("lot_change_part").insert(
      sides.map(([side, lot_id], k) => ({ id: `${id}.${k}`, change_id: id, side, lot_id, quantity: 1, unit: "kg" })),
    )
  }
  // What was declared a mistake leads nowhere.
  await db("lot_change").insert({
    ...{ id: `${prefix}void`, producer_id: "p", kind: "merge", happened_at: "2026-11-20", voided_at: new Date() },
  })
  const all = lotsOfWorld(prefix)
  await db("lot_change_part").insert(
    ["input", "output"].flatMap((side) =>
      all.map((lot_id) => ({
        ...{ id: `${prefix}void.${side}.${lot_id}`, change_id: `${prefix}void`, side, lot_id, quantity: 1, unit: "kg" },
      })),
    ),
  )
  if (world.allocations.length > 0) {
    await db("lot_allocation").insert(
      world.allocations.map(({ lot_id, line_id }, n) => ({
        ...{ id: `${prefix}${n}`, lot_id, producer_order_line_id: line_id, quantity: 1 },
      })),
    )
  }
  const parts = new Map(world.lines.map(({ part_id, order_id }) => [part_id, order_id]))
  await db("producer_order").insert([...parts].map(([id, order_id]) => ({ id, order_id })))
  await db("producer_order_line").insert(
    world.lines.map(({ line_id, part_id }) => ({ id: line_id, producer_order_id: part_id })),
  )
  return { ...world, changes }
}

describe("tracing in the database", () => {
  it(`is what the rules say, both ways, from every lot and line of ${WORLDS} random worlds`, async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    for (let n = 0; n < WORLDS; n++) {
      const prefix = `w${n}.`
      const [drawn] = fc.sample(randomGraph(prefix), { numRuns: 1, seed: seed + n })
      if (!drawn) throw new Error("no world was drawn")
      const world = await store(drawn, prefix)
      for (const lot of lotsOfWorld(prefix)) {
        expect([seed, lot, await sql.traceForward(db, lot)]).toEqual([seed, lot, rules.traceForward(world, lot)])
      }
      for (const { line_id } of world.lines) {
        const asked: [typeof seed, string] = [seed, line_id]
        expect([...asked, await sql.traceBack(db, [line_id])]).toEqual([...asked, rules.traceBack(world, [line_id])])
      }
      const order = world.lines.slice(0, 4).map(({ line_id }) => line_id)
      expect(await sql.traceBack(db, order)).toEqual(rules.traceBack(world, order))
    }
  }, 60_000)
})
