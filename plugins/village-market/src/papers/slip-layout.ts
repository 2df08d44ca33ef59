import { type Mark, type Measure, mm, type PaperSize, type Sheet, SIZES } from "./paper"
import { fitting, lineHeight, setText } from "./set-text"

/** What a packing slip says, every amount and date written out. */
export type Slip = {
  /** What the QR holds, e.g. "1024-2". */
  no: string
  number: string
  title: string
  shop: string
  placed: string
  /** The buyer's name and commune; the whole address stands on the label only. */
  buyerHeading: string
  buyer: string
  place: string
  lines: { amount: string; title: string; lots: string | null }[]
  /** What to collect, or that all is paid. */
  money: { text: string; amount: string | null }
  thanks: string
  pageOf: (page: number, pages: number) => string
  /** Set on everything that is not really for sale. */
  demo: string | null
}

const MARGIN = mm(8)
const SCALE = { a6: 1, a4: 1.35 } as const

type Space = { size: PaperSize; scale: number; left: number; width: number; floor: number }
type Row = { marks: Mark[]; height: number }

/** A packing slip on A6 or A4; lines that find no room go on over further pages, nothing is left out. */
export function slipSheets(slip: Slip, size: PaperSize, measure: Measure): Sheet[] {
  const scale = SCALE[size]
  const { width, height } = SIZES[size]
  const margin = MARGIN * scale
  const space: Space = { size, scale, left: margin, width: width - 2 * margin, floor: height - margin - 10 * scale }
  const rows = [...slip.lines.map((line) => rowOf(line, space, measure)), moneyRow(slip, space, measure)]
  const pages: Mark[][] = []
  let y = Number.POSITIVE_INFINITY
  for (const row of rows) {
    if (y + row.height > space.floor) {
      const head = pages.length === 0 ? firstHead(slip, space, measure) : nextHead(slip, space, measure)
      pages.push(head.marks)
      y = head.bottom
    }
    pages.at(-1)?.push(...row.marks.map((mark) => lowered(mark, y)))
    y += row.height
  }
  return pages.map((marks, page) => ({
    size,
    marks: [...marks, ...foot(slip, page + 1, pages.length, space, measure)],
  }))
}

const lowered = (mark: Mark, by: number): Mark =>
  mark.kind === "line"
    ? { ...mark, from: [mark.from[0], mark.from[1] + by], to: [mark.to[0], mark.to[1] + by] }
    : { ...mark, y: mark.y + by }

function firstHead(slip: Slip, { scale, left, width }: Space, measure: Measure) {
  const marks: Mark[] = []
  const qr = mm(25) * scale
  const beside = width - qr - 6 * scale
  let y = left
  const put = (text: string, room: number, size: number, bold = false, most = 2) => {
    const set = setText(text, { x: left, y, width: room }, { size: size * scale, bold, most }, measure)
    marks.push(...set.marks)
    y = set.bottom
  }
  if (slip.demo) put(slip.demo, beside, 10, true)
  put(slip.title, beside, 10, false, 1)
  put(slip.number, beside, fitting(slip.number, beside / scale, 26, true, measure), true, 1)
  put(slip.shop, beside, 10)
  put(slip.placed, beside, 8.5)
  marks.push({ kind: "qr", text: slip.no, x: left + width - qr, y: left, size: qr })
  y = Math.max(y, left + qr) + 5 * scale
  put(slip.buyerHeading, width, 8.5, false, 1)
  put(slip.buyer, width, 13, true)
  put(slip.place, width, 10)
  y += 5 * scale
  marks.push({ kind: "line", from: [left, y], to: [left + width, y] })
  return { marks, bottom: y + 4 * scale }
}

function nextHead(slip: Slip, { scale, left, width }: Space, measure: Measure) {
  const text = [slip.number, slip.demo].filter(Boolean).join(" · ")
  const style = { size: fitting(text, width, 13 * scale, true, measure), bold: true, most: 1 }
  const { marks, bottom } = setText(text, { x: left, y: left, width }, style, measure)
  const y = bottom + 3 * scale
  return {
    marks: [...marks, { kind: "line" as const, from: [left, y], to: [left + width, y] } satisfies Mark],
    bottom: y + 4 * scale,
  }
}

/** A box to tick, how much, of what, and from which lots. */
function rowOf(line: Slip["lines"][number], { scale, left, width }: Space, measure: Measure): Row {
  const tick = 9 * scale
  const x = left + tick + 6 * scale
  const room = width - tick - 6 * scale
  const amount = setText(line.amount, { x, y: 0, width: room }, { size: 12 * scale, bold: true, most: 2 }, measure)
  const title = setText(line.title, { x, y: amount.bottom, width: room }, { size: 10.5 * scale, most: 4 }, measure)
  const lots = setText(line.lots ?? "", { x, y: title.bottom, width: room }, { size: 8.5 * scale, most: 3 }, measure)
  const box: Mark = { kind: "box", x: left, y: 3 * scale, width: tick, height: tick }
  return { marks: [box, ...amount.marks, ...title.marks, ...lots.marks], height: lots.bottom + 5 * scale }
}

function moneyRow({ money }: Slip, { scale, left, width }: Space, measure: Measure): Row {
  const pad = 6 * scale
  const at = { x: left + pad, width: width - 2 * pad }
  const text = setText(money.text, { ...at, y: 4 * scale + pad }, { size: 10 * scale, most: 3 }, measure)
  const size = fitting(money.amount ?? " ", at.width, 20 * scale, true, measure)
  const amount = money.amount
    ? setText(money.amount, { ...at, y: text.bottom }, { size, bold: true, most: 1 }, measure)
    : { marks: [], bottom: text.bottom }
  const box: Mark = { kind: "box", x: left, y: 4 * scale, width, height: amount.bottom + pad - 4 * scale, thick: true }
  return { marks: [box, ...text.marks, ...amount.marks], height: amount.bottom + pad + 4 * scale }
}

function foot(slip: Slip, page: number, pages: number, { scale, left, width, floor }: Space, measure: Measure): Mark[] {
  const text = pages > 1 ? `${slip.pageOf(page, pages)} · ${slip.thanks}` : slip.thanks
  const size = fitting(text, width, 8.5 * scale, false, measure)
  return setText(text, { x: left, y: floor + 10 * scale - lineHeight(size), width }, { size, most: 1 }, measure).marks
}
