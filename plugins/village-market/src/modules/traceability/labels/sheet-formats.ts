import { mm, type SheetSize } from "../../../papers/paper"

/** A sheet of labels as shops sell it; lengths in points. `inset` is kept free inside each label, for printers are not exact. */
export type SheetFormat = {
  paper: SheetSize
  columns: number
  rows: number
  width: number
  height: number
  left: number
  top: number
  gap: number
  inset: number
}

const sheet = (
  paper: SheetSize,
  columns: number,
  rows: number,
  size: [number, number],
  at: [number, number],
  gap: number,
  inset: number,
) => ({
  ...{ paper, columns, rows, width: mm(size[0]), height: mm(size[1]) },
  ...{ left: mm(at[0]), top: mm(at[1]), gap: mm(gap), inset: mm(inset) },
})

/** Millimetres. Labels without a margin on the sheet keep more free inside, since home printers leave the edge white. */
export const SHEET_FORMATS = {
  "roll-40x30": sheet("roll_40x30", 1, 1, [40, 30], [0, 0], 0, 1.2),
  "a4-21": sheet("a4", 3, 7, [63.5, 38.1], [7.25, 15.15], 2.5, 1.5),
  "a4-24": sheet("a4", 3, 8, [70, 37], [0, 0.5], 0, 5),
  "a4-65": sheet("a4", 5, 13, [38.1, 21.2], [4.75, 10.7], 2.5, 0.8),
} satisfies Record<string, SheetFormat>

export type SheetName = keyof typeof SHEET_FORMATS
export const SHEET_NAMES = Object.keys(SHEET_FORMATS) as [SheetName, ...SheetName[]]

export const labelsOn = (name: SheetName) => SHEET_FORMATS[name].columns * SHEET_FORMATS[name].rows
