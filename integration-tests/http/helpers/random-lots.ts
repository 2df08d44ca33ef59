import fc from "fast-check"
import type { TraceGraph } from "../../../plugins/village-market/src/modules/traceability/recall/trace-graph"

const LOTS = 12

const lotsOf = (prefix: string) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: LOTS - 1 }), { minLength: 1, maxLength: 4 })
    .map((numbers) => numbers.map((n) => `${prefix}lot${n}`))

/**
 * Worlds of a dozen lots with any changes between them, circles too, and lines that some of them served. `prefix` keeps the ids of one world apart from another's.
 */
export const randomGraph = (prefix = ""): fc.Arbitrary<TraceGraph> =>
  fc.record({
    changes: fc
      .array(fc.record({ inputs: lotsOf(prefix), outputs: lotsOf(prefix) }), { maxLength: 14 })
      .map((changes) => changes.map((change, n) => ({ id: `${prefix}change${n}`, ...change }))),
    allocations: fc
      .uniqueArray(fc.record({ lot: fc.integer({ min: 0, max: LOTS - 1 }), line: fc.integer({ min: 0, max: 15 }) }), {
        maxLength: 20,
        selector: ({ lot, line }) => `${lot} ${line}`,
      })
      .map((some) => some.map(({ lot, line }) => ({ lot_id: `${prefix}lot${lot}`, line_id: `${prefix}line${line}` }))),
    lines: fc.constant(
      Array.from({ length: 16 }, (_, n) => ({
        line_id: `${prefix}line${n}`,
        part_id: `${prefix}part${Math.floor(n / 2)}`,
        order_id: `${prefix}order${Math.floor(n / 4)}`,
      })),
    ),
  })

export const lotsOfWorld = (prefix = "") => Array.from({ length: LOTS }, (_, n) => `${prefix}lot${n}`)
