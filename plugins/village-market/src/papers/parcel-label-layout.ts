import { type Mark, type Measure, mm, moved, type PaperSize, type Sheet, SIZES } from "./paper"
import { broken, fitting, lineHeight, setText } from "./set-text"

/** What stands on a parcel, every amount written out. */
export type ParcelLabel = {
  /** What the QR holds, e.g. "1024-2". */
  no: string
  number: string
  fromHeading: string
  from: { shop: string; place: string; phone: string }
  toHeading: string
  to: { name: string; phone: string; address: string }
  money: { text: string; amount: string | null }
  carrier: string | null
  tracking: string | null
  /** Set on everything that is not really for sale. */
  demo: string | null
}

/** Home printers leave up to 6 mm of an edge white. */
const MARGIN = mm(8)
const { width: WIDTH, height: HEIGHT } = SIZES.a6
const INNER = WIDTH - 2 * MARGIN
const QR = mm(27)
const MONEY = mm(22)
const FOOT_TOP = HEIGHT - MARGIN - QR - MONEY - 6
/** An address is never cut short: a long one is set smaller. */
const ADDRESS_SIZES = [12.5, 11.5, 10.5, 9.5, 8.5]
const SMALLEST = 7.5

/** Labels one to an A6 page, or four to an A4 page with lines to cut along. */
export function labelSheets(labels: ParcelLabel[], size: PaperSize, measure: Measure): Sheet[] {
  const each = labels.map((label) => labelMarks(label, measure))
  if (size === "a6") return each.map((marks) => ({ size, marks }))
  const sheets: Sheet[] = []
  for (let first = 0; first < each.length; first += 4) {
    const four = each.slice(first, first + 4)
    const marks = four.flatMap((marks, at) => moved(marks, (at % 2) * WIDTH, Math.floor(at / 2) * HEIGHT))
    sheets.push({ size, marks: [...cuts(), ...marks] })
  }
  return sheets
}

const cuts = (): Mark[] => [
  { kind: "line", from: [WIDTH, 0], to: [WIDTH, 2 * HEIGHT], dashed: true },
  { kind: "line", from: [0, HEIGHT], to: [2 * WIDTH, HEIGHT], dashed: true },
]

/** One label within A6: sender above, receiver large in the middle, money and number below. Nothing ever leaves it. */
export function labelMarks(label: ParcelLabel, measure: Measure): Mark[] {
  const marks: Mark[] = []
  let y = MARGIN
  const put = (text: string | null, size: number, bold: boolean, most: number, width = INNER) => {
    if (!text) return
    const set = setText(text, { x: MARGIN, y, width }, { size, bold, most }, measure)
    marks.push(...set.marks)
    y = set.bottom
  }
  const rule = () => {
    y += 4
    marks.push({ kind: "line", from: [MARGIN, y], to: [WIDTH - MARGIN, y] })
    y += 4
  }
  put(label.demo, 11, true, 1)
  put(label.fromHeading, 8.5, false, 1)
  put(label.from.shop, 11, true, 2)
  put([label.from.place, label.from.phone].filter(Boolean).join(" · "), 9.5, false, 2)
  rule()
  put(label.toHeading, 8.5, false, 1)
  put(label.to.name, 17, true, 2)
  put(label.to.phone, 17, true, 1)
  const room = FOOT_TOP - y
  const size = ADDRESS_SIZES.find((size) => heightOf(label.to.address, size, measure) <= room) ?? SMALLEST
  put(label.to.address, size, false, Math.floor(room / lineHeight(size)))
  return [...marks, ...foot(label, measure)]
}

const heightOf = (text: string, size: number, measure: Measure) =>
  broken(text, INNER, { size }, measure).length * lineHeight(size)

/** The lowest part has its place whatever stands above: money in a box, the number beside its QR. */
function foot({ no, number: said, money, carrier, tracking }: ParcelLabel, measure: Measure): Mark[] {
  const bottom = HEIGHT - MARGIN
  const qrTop = bottom - QR
  const boxTop = FOOT_TOP
  const pad = 6
  const inBox = { x: MARGIN + pad, width: INNER - 2 * pad }
  const textSize = fitting(money.text, inBox.width, 12, true, measure)
  const text = setText(money.text, { ...inBox, y: boxTop + pad }, { size: textSize, bold: true, most: 1 }, measure)
  const amountSize = fitting(money.amount ?? " ", inBox.width, 28, true, measure)
  const amount = money.amount
    ? setText(money.amount, { ...inBox, y: text.bottom }, { size: amountSize, bold: true, most: 1 }, measure).marks
    : []
  const beside = { x: MARGIN + QR + 8, width: INNER - QR - 8 }
  const number = setText(
    said,
    { ...beside, y: qrTop + 4 },
    { size: fitting(said, beside.width, 26, true, measure), bold: true, most: 1 },
    measure,
  )
  const sentBy = setText(carrier ?? "", { ...beside, y: number.bottom + 2 }, { size: 10, most: 1 }, measure)
  const sentAs = setText(tracking ?? "", { ...beside, y: sentBy.bottom }, { size: 11, bold: true, most: 2 }, measure)
  return [
    { kind: "box", x: MARGIN, y: boxTop, width: INNER, height: MONEY, thick: true },
    ...text.marks,
    ...amount,
    { kind: "qr", text: no, x: MARGIN, y: qrTop, size: QR },
    ...[...number.marks, ...sentBy.marks, ...sentAs.marks],
  ]
}
