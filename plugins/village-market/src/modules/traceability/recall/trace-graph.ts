/** A split, merge or transformation, or a declared source of a lot: every output holds something of every input. */
export type LotChange = { id: string; inputs: readonly string[]; outputs: readonly string[] }
/** Units of a lot that went to a line of a producer order. */
export type LotAllocation = { lot_id: string; line_id: string }
export type OrderedLine = { line_id: string; part_id: string; order_id: string }

/** Everything a trace walks over; a table each in the database. */
export type TraceGraph = {
  changes: readonly LotChange[]
  allocations: readonly LotAllocation[]
  lines: readonly OrderedLine[]
}

export type ForwardTrace = { lots: string[]; lines: string[]; parts: string[]; orders: string[] }
export type BackwardTrace = { lots: string[]; changes: string[] }

/** The lots themselves and all that something of theirs went into, however many changes later. A circle ends the walk. */
export const derivedLots = (changes: readonly LotChange[], from: readonly string[]): string[] =>
  reach(from, step(changes, "inputs", "outputs"))

/** The lots themselves and all that went into them. */
export const sourceLots = (changes: readonly LotChange[], from: readonly string[]): string[] =>
  reach(from, step(changes, "outputs", "inputs"))

/** From a lot to all who have something of it: one step forward (GS1 Global Traceability Standard), as often as it takes. */
export function traceForward({ changes, allocations, lines }: TraceGraph, lotId: string): ForwardTrace {
  const lots = derivedLots(changes, [lotId])
  const held = new Set(lots)
  const served = new Set(allocations.filter(({ lot_id }) => held.has(lot_id)).map(({ line_id }) => line_id))
  const bought = lines.filter(({ line_id }) => served.has(line_id))
  return {
    lots,
    lines: sorted(bought.map(({ line_id }) => line_id)),
    parts: sorted(bought.map(({ part_id }) => part_id)),
    orders: sorted(bought.map(({ order_id }) => order_id)),
  }
}

/** From lines of an order back to their lots, everything these were made of, and the changes in between. */
export function traceBack({ changes, allocations }: TraceGraph, lineIds: readonly string[]): BackwardTrace {
  const asked = new Set(lineIds)
  const served = allocations.filter(({ line_id }) => asked.has(line_id)).map(({ lot_id }) => lot_id)
  const lots = sourceLots(changes, served)
  const known = new Set(lots)
  const between = changes.filter(({ outputs }) => outputs.some((lot) => known.has(lot)))
  return { lots, changes: sorted(between.map(({ id }) => id)) }
}

/** Which lots one change leads to. */
function step(changes: readonly LotChange[], from: "inputs" | "outputs", to: "inputs" | "outputs") {
  const next = new Map<string, Set<string>>()
  for (const change of changes) {
    for (const lot of change[from]) {
      const reached = next.get(lot) ?? new Set()
      for (const other of change[to]) reached.add(other)
      next.set(lot, reached)
    }
  }
  return next
}

function reach(from: readonly string[], next: Map<string, Set<string>>): string[] {
  const seen = new Set(from)
  // A set that grows while it is walked is walked to its end.
  for (const lot of seen) for (const other of next.get(lot) ?? []) seen.add(other)
  return sorted([...seen])
}

const sorted = (ids: string[]) => [...new Set(ids)].sort()
