import { type Mark, type Measure, mm, moved, type Sheet } from "../../../papers/paper"
import { qrModules } from "../../../papers/qr-runs"
import { fitting, lineHeight, setText } from "../../../papers/set-text"
import { labelsOn, SHEET_FORMATS, type SheetFormat, type SheetName } from "./sheet-formats"

/** What stands on one label of a sheet; everything but `uri` is printed as it is. */
export type SheetLabel = {
  uri: string
  code: string
  serial: string | null
  gtin: string | null
  title: string
  producer: string
  /** "HT 24/11/2026", "HSD …": when it was made, until when it is good. */
  dates: string[]
  /** Set on everything that is not really for sale. */
  demo: string | null
}

/** A module is printed no smaller than this where there is room, and no larger than a phone needs. */
export const SMALLEST_MODULE = mm(0.4)
const LARGEST_MODULE = mm(0.6)
const SMALLEST_SCALE = 0.55

/** Labels on as many sheets as they need; the first `used` places of the first sheet are left empty. */
export function labelSheets(labels: SheetLabel[], name: SheetName, used: number, measure: Measure): Sheet[] {
  const format: SheetFormat = SHEET_FORMATS[name]
  const onSheet = labelsOn(name)
  const sheets: Sheet[] = []
  for (const [n, label] of labels.entries()) {
    const place = (used % onSheet) + n
    const sheet = Math.floor(place / onSheet)
    sheets[sheet] ??= { size: format.paper, marks: [] }
    const [x, y] = placeOf(format, place % onSheet)
    sheets[sheet].marks.push(...moved(labelMarks(label, format, measure), x, y))
  }
  return sheets
}

/** The upper left corner of a place, counted from 0 in the order of reading. */
export const placeOf = ({ columns, width, height, left, top, gap }: SheetFormat, place: number): [number, number] => [
  left + (place % columns) * (width + gap),
  top + Math.floor(place / columns) * height,
]

/** The side of the QR with its quiet zone: all the height if it needs it, at most five eighths of the width. */
export function qrSide(uri: string, { width, height, inset }: SheetFormat): number {
  const room = Math.min(height - 2 * inset, (width - 2 * inset) * 0.625)
  const modules = qrModules(uri)
  const comfortable = (width - 2 * inset) * 0.5
  return Math.min(room, Math.max(comfortable, modules * SMALLEST_MODULE), modules * LARGEST_MODULE)
}

/** One label: the QR on the left, words beside it, the code lowest. Letters shrink until each kind of word has a line. */
function labelMarks(label: SheetLabel, format: SheetFormat, measure: Measure): Mark[] {
  // Letters grow with the label, within what eyes and thermal printers can do.
  let scale = Math.min(1.35, Math.max(0.8, format.height / mm(30)))
  let set = setLabel(label, format, scale, measure)
  while (!set.whole && scale > SMALLEST_SCALE) {
    scale *= 0.93
    set = setLabel(label, format, scale, measure)
  }
  return set.marks
}

/** Nothing ever leaves the label: what has no room is left out, and then it is not `whole`. */
function setLabel(label: SheetLabel, format: SheetFormat, scale: number, measure: Measure) {
  const { width, height, inset } = format
  const side = qrSide(label.uri, format)
  const column = { x: inset + side + mm(0.3), width: width - 2 * inset - side - mm(0.3) }
  const bottom = height - inset
  const foot = [
    ...label.dates.map((text) => ({ text, size: 5.8, bold: false })),
    ...(label.gtin ? [{ text: `GTIN ${label.gtin}`, size: 5.8, bold: false }] : []),
    { text: label.code, size: 10, bold: true },
    ...(label.serial ? [{ text: label.serial, size: 7, bold: false }] : []),
  ].map(({ text, size, bold }) => ({ text, bold, size: fitting(text, column.width, size * scale, bold, measure) }))
  const marks: Mark[] = [{ kind: "qr", text: label.uri, x: inset, y: (height - side) / 2, size: side }]
  let y = inset
  let whole = true
  const put = (text: string, size: number, bold: boolean, most: number, fits: number) => {
    const lines = Math.min(most, Math.floor((fits - y) / lineHeight(size)))
    if (lines < 1) {
      whole = false
      return
    }
    const set = setText(text, { ...column, y }, { size, bold, most: lines }, measure)
    marks.push(...set.marks)
    y = set.bottom
  }
  const footTop = bottom - foot.reduce((sum, { size }) => sum + lineHeight(size), 0)
  if (label.demo) put(label.demo, fitting(label.demo, column.width, 6 * scale, true, measure), true, 1, footTop)
  const producerSize = 6.3 * scale
  put(label.title, 7.5 * scale, true, 3, footTop - lineHeight(producerSize))
  put(label.producer, producerSize, false, 2, footTop)
  y = footTop
  for (const { text, size, bold } of foot) put(text, size, bold, 1, bottom + 0.1)
  return { marks, whole }
}
