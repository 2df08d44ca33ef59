/** What stands on a label, in the reading order. */
export type LabelText = {
  uri: string
  code: string
  title: string
  producer: string
  place: string
  /** Set on everything that is not really for sale. */
  demo: string | null
}

/** How wide a text is at a size, in the same unit. */
export type Measure = (text: string, size: number, bold: boolean) => number

export type Line = { text: string; x: number; y: number; size: number; bold: boolean }

/** In tenths of a millimetre. The QR is 27 mm wide, with its quiet zone of four modules (ISO/IEC 18004) left free; a phone reads it from an arm's length. */
export const LABEL = { width: 640, height: 450, margin: 24, qr: { x: 40, y: 84, size: 270 } }

const COLUMN = LABEL.qr.x + LABEL.qr.size + 40
const COLUMN_WIDTH = LABEL.width - COLUMN - LABEL.margin

/** Sets the texts beside and under the QR; long ones go on in the next line, then end in "…". Nothing ever leaves the label. */
export function labelLines(label: LabelText, measure: Measure): Line[] {
  const column = [
    ...wrap(label.title, COLUMN_WIDTH, 3, 28, true, measure),
    ...wrap(label.producer, COLUMN_WIDTH, 2, 22, false, measure),
    ...wrap(label.place, COLUMN_WIDTH, 2, 22, false, measure),
  ]
  const lines: Line[] = []
  let y = LABEL.qr.y
  for (const { text, size, bold } of column) {
    y += Math.round(size * 1.3)
    lines.push({ text, x: COLUMN, y, size, bold })
  }
  const codeSize = fitting(label.code, COLUMN_WIDTH, 46, true, measure)
  lines.push({ text: label.code, x: COLUMN, y: LABEL.qr.y + LABEL.qr.size, size: codeSize, bold: true })
  const uriSize = fitting(label.uri, LABEL.width - 2 * LABEL.margin, 22, false, measure)
  lines.push({ text: label.uri, x: LABEL.margin, y: LABEL.height - 28, size: uriSize, bold: false })
  if (label.demo) lines.push({ text: label.demo, x: LABEL.margin, y: 36, size: 28, bold: true })
  return lines
}

/** The largest size up to `size` at which the text fits one line. */
const fitting = (text: string, width: number, size: number, bold: boolean, measure: Measure) =>
  Math.min(size, Math.floor(((size * width) / measure(text, size, bold)) * 100) / 100)

function wrap(text: string, width: number, most: number, size: number, bold: boolean, measure: Measure) {
  const fits = (line: string) => measure(line, size, bold) <= width
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const shown = lines.slice(0, most).map((line) => shortened(line, fits))
  if (lines.length > most) shown[most - 1] = shortened(`${shown[most - 1]}…`, fits)
  return shown.map((line) => ({ text: line, size, bold }))
}

function shortened(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line
  const signs = [...line.replace(/…$/, "")]
  while (signs.length > 0 && !fits(`${signs.join("")}…`)) signs.pop()
  return `${signs.join("").trimEnd()}…`
}
