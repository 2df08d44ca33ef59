import { readFileSync } from "node:fs"
import PDFDocument from "pdfkit"
import { type Mark, type Measure, type Sheet, SIZES } from "./paper"
import { QUIET_MODULES, qrRuns } from "./qr-runs"

/** DejaVu Sans Condensed has every Vietnamese letter; the letters used are embedded, so a page prints the same everywhere. */
const FONT_FILES = { regular: "DejaVuSansCondensed.ttf", bold: "DejaVuSansCondensed-Bold.ttf" } as const

const files = new Map<string, Buffer>()

function fontFile(name: string): Buffer {
  const known = files.get(name)
  if (known) return known
  const file = readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}`))
  files.set(name, file)
  return file
}

type About = { title: string; lang: string }

/** Lays out with the real widths of the letters and draws what comes of it: a PDF 1.7 file. */
export async function drawPdf(about: About, lay: (measure: Measure) => Sheet[]): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: about.lang,
    displayTitle: true,
    info: { Title: about.title },
  })
  for (const [name, file] of Object.entries(FONT_FILES)) pdf.registerFont(name, fontFile(file))
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk))
    pdf.on("end", resolve)
    pdf.on("error", reject)
  })
  for (const sheet of lay((text, size, bold) => styled(pdf, size, bold).widthOfString(text))) {
    const { width, height } = SIZES[sheet.size]
    pdf.addPage({ size: [width, height], margin: 0 })
    for (const mark of sheet.marks) draw(pdf, mark)
  }
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

type Pdf = InstanceType<typeof PDFDocument>

const styled = (pdf: Pdf, size: number, bold: boolean) => pdf.font(bold ? "bold" : "regular").fontSize(size)

function draw(pdf: Pdf, mark: Mark) {
  if (mark.kind === "text") styled(pdf, mark.size, mark.bold).text(mark.text, mark.x, mark.y, { lineBreak: false })
  else if (mark.kind === "qr") drawQr(pdf, mark)
  else if (mark.kind === "box")
    pdf
      .lineWidth(mark.thick ? 1.5 : 0.75)
      .rect(mark.x, mark.y, mark.width, mark.height)
      .stroke()
  else {
    pdf.save().lineWidth(0.5)
    if (mark.dashed) pdf.dash(3, { space: 3 })
    pdf
      .moveTo(...mark.from)
      .lineTo(...mark.to)
      .stroke()
      .restore()
  }
}

/** One rectangle for each run of dark modules in a row, inside the quiet zone. */
function drawQr(pdf: Pdf, { text, x, y, size }: Extract<Mark, { kind: "qr" }>) {
  const { count, runs } = qrRuns(text)
  const module = size / (count + 2 * QUIET_MODULES)
  for (const { row, column, length } of runs)
    pdf.rect(x + (column + QUIET_MODULES) * module, y + (row + QUIET_MODULES) * module, length * module, module)
  pdf.fill("black")
}
