import fc from "fast-check"
import { derivedLots, sourceLots, type TraceGraph, traceBack, traceForward } from "./trace-graph"

/** Clay is split in two; one half is fired with a glaze into bowls, bowls are packed with cloth into gift boxes. */
const WORLD: TraceGraph = {
  changes: [
    { id: "split", inputs: ["clay"], outputs: ["clay-1", "clay-2"] },
    { id: "firing", inputs: ["clay-1", "glaze"], outputs: ["bowls"] },
    { id: "packing", inputs: ["bowls", "cloth"], outputs: ["boxes"] },
  ],
  allocations: [
    { lot_id: "bowls", line_id: "line-a" },
    { lot_id: "boxes", line_id: "line-b" },
    { lot_id: "cloth", line_id: "line-c" },
    { lot_id: "clay-2", line_id: "line-d" },
  ],
  lines: ["a", "b", "c", "d"].map((name) => ({
    line_id: `line-${name}`,
    part_id: `part-${name}`,
    order_id: name === "c" || name === "b" ? "order-2" : `order-${name}`,
  })),
}

describe("tracing a lot", () => {
  it("finds all that was made of it and all who bought of that", () => {
    expect(traceForward(WORLD, "clay")).toEqual({
      lots: ["bowls", "boxes", "clay", "clay-1", "clay-2"],
      lines: ["line-a", "line-b", "line-d"],
      parts: ["part-a", "part-b", "part-d"],
      orders: ["order-2", "order-a", "order-d"],
    })
    expect(traceForward(WORLD, "cloth").orders).toEqual(["order-2"])
  })

  it("leaves alone what only shares a source with it", () => {
    expect(derivedLots(WORLD.changes, ["clay-2"])).toEqual(["clay-2"])
  })

  it("goes back from a line to every input", () => {
    expect(traceBack(WORLD, ["line-b"])).toEqual({
      lots: ["bowls", "boxes", "clay", "clay-1", "cloth", "glaze"],
      changes: ["firing", "packing", "split"],
    })
    expect(traceBack(WORLD, ["line-unknown"])).toEqual({ lots: [], changes: [] })
  })

  it("ends where the records go in a circle", () => {
    const circle = [
      { id: "1", inputs: ["a"], outputs: ["b"] },
      { id: "2", inputs: ["b"], outputs: ["a"] },
    ]
    expect(derivedLots(circle, ["a"])).toEqual(["a", "b"])
    expect(sourceLots(circle, ["a"])).toEqual(["a", "b"])
  })
})

const LOTS = Array.from({ length: 12 }, (_, n) => `lot${n}`)
const LINES = Array.from({ length: 16 }, (_, n) => `line${n}`)
const lot = fc.constantFrom(...LOTS)
const someLots = fc.uniqueArray(lot, { minLength: 1, maxLength: 4 })

/** Worlds of a dozen lots with any changes between them, circles too, and lines that some of them served. */
const world: fc.Arbitrary<TraceGraph> = fc.record({
  changes: fc
    .array(fc.record({ inputs: someLots, outputs: someLots }), { maxLength: 14 })
    .map((changes) => changes.map((change, n) => ({ id: `change${n}`, ...change }))),
  allocations: fc.array(fc.record({ lot_id: lot, line_id: fc.constantFrom(...LINES) }), { maxLength: 20 }),
  lines: fc.constant(LINES.map((line_id, n) => ({ line_id, part_id: `part${n >> 1}`, order_id: `order${n >> 2}` }))),
})

describe("over any changes", () => {
  it("reaches a lot exactly when some chain of changes leads there", () => {
    fc.assert(
      fc.property(world, lot, (graph, from) => {
        expect(new Set(derivedLots(graph.changes, [from]))).toEqual(byWarshall(graph, from))
      }),
    )
  })

  it("is the same walk in both directions", () => {
    fc.assert(
      fc.property(world, lot, lot, ({ changes }, a, b) => {
        expect(derivedLots(changes, [a]).includes(b)).toBe(sourceLots(changes, [b]).includes(a))
      }),
    )
  })

  it("finds a line from a lot exactly when the lot is found from the line", () => {
    fc.assert(
      fc.property(world, lot, (graph, from) => {
        const { lines } = traceForward(graph, from)
        for (const { line_id } of graph.lines) {
          expect(lines.includes(line_id)).toBe(traceBack(graph, [line_id]).lots.includes(from))
        }
      }),
    )
  })
})

/** The transitive closure by another algorithm (Warshall 1962). */
function byWarshall({ changes }: TraceGraph, from: string): Set<string> {
  const leads = new Set(
    changes.flatMap(({ inputs, outputs }) => inputs.flatMap((a) => outputs.map((b) => `${a}>${b}`))),
  )
  for (const via of LOTS) {
    for (const a of LOTS) {
      for (const b of LOTS) if (leads.has(`${a}>${via}`) && leads.has(`${via}>${b}`)) leads.add(`${a}>${b}`)
    }
  }
  return new Set([from, ...LOTS.filter((lot) => leads.has(`${from}>${lot}`))])
}
