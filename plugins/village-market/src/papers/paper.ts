/** Millimetres in points, the unit of PDF (ISO 32000-1 §8.3.2.3): 72 to the inch. */
export const mm = (millimetres: number) => (millimetres * 72) / 25.4

/** ISO 216 sizes in points, and one label of a roll. Four A6 sheets make one A4. */
export const SIZES = {
  a4: { width: mm(210), height: mm(297) },
  a6: { width: mm(105), height: mm(148.5) },
  roll_40x30: { width: mm(40), height: mm(30) },
} as const
export type SheetSize = keyof typeof SIZES
/** What a desk printer takes. */
export type PaperSize = Exclude<SheetSize, `roll_${string}`>

/** What is put on paper, in points from the upper left corner; a text's `y` is its upper edge. */
export type Mark =
  | { kind: "text"; text: string; x: number; y: number; size: number; bold: boolean }
  | { kind: "line"; from: [number, number]; to: [number, number]; dashed?: boolean }
  | { kind: "box"; x: number; y: number; width: number; height: number; thick?: boolean }
  /** A QR code (ISO/IEC 18004) with its quiet zone inside the square. */
  | { kind: "qr"; text: string; x: number; y: number; size: number }

export type Sheet = { size: SheetSize; marks: Mark[] }

/** How wide a text is at a size, in points. */
export type Measure = (text: string, size: number, bold: boolean) => number

/** Marks moved to another place on the paper. */
export const moved = (marks: Mark[], dx: number, dy: number): Mark[] =>
  marks.map((mark) =>
    mark.kind === "line"
      ? {
          ...mark,
          from: [mark.from[0] + dx, mark.from[1] + dy] as [number, number],
          to: [mark.to[0] + dx, mark.to[1] + dy] as [number, number],
        }
      : { ...mark, x: mark.x + dx, y: mark.y + dy },
  )
