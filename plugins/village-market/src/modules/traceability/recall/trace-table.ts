import type { Trace, TracedLine } from "./read-trace"

type Cell = string | number | null

const HEAD = [
  ...["record", "place", "code", "title", "producer", "commune", "date", "from_lots", "to_lots"],
  ...["order_no", "quantity", "unit", "buyer", "phone", "address", "buyer_commune"],
]

/**
 * A trace as one table for the authorities: lots, changes between them, lines served. Columns about the buyer are
 * filled only for lines that `personal` lets through, quantities sold only where `counted` does.
 */
export function traceTable(
  { lots, changes, lines }: Trace,
  { personal, counted }: Record<"personal" | "counted", (line: TracedLine) => boolean>,
): Cell[][] {
  const blank = (n: number): Cell[] => Array.from({ length: n }, () => null)
  return [
    HEAD,
    ...lots.map((lot) => [
      ...["lot", lot.place, lot.code, lot.title, lot.producer, lot.commune_code, lot.made_on],
      ...blank(9),
    ]),
    ...changes.map(({ kind, at, inputs, outputs }) => [
      ...["change", kind, null, null, null, null, at, inputs.join(" "), outputs.join(" ")],
      ...blank(7),
    ]),
    ...lines.map((line) => [
      ...["order_line", null, line.lot_code, line.title, line.producer, line.commune_code],
      ...[line.handed_over_at?.toISOString() ?? null, null, null, line.order_no],
      ...(counted(line) ? [line.quantity, line.unit] : blank(2)),
      ...(personal(line) ? [line.buyer, line.phone, line.address, line.buyer_commune] : blank(4)),
    ]),
  ]
}
