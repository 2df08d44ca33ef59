import sharp from "sharp"
import { qrRuns } from "../../../papers/qr-runs"
import { fontOf } from "./fonts"
import { LABEL, type LabelText, type Line, labelLines } from "./label-layout"

/** Pixels per tenth of a millimetre: 508 dpi. */
const PIXELS = 2

/**
 * A label as SVG, 64 × 45 mm in black on white. Letters are outlines, so it prints the same everywhere; the text is
 * also in its description. The QR (ISO/IEC 18004, correction level M) holds the address and nothing else.
 */
export function labelSvg(label: LabelText): string {
  const lines = labelLines(label, (text, size, bold) => fontOf(bold).getAdvanceWidth(text.normalize("NFC"), size))
  const { width, height } = LABEL
  const description = [label.title, label.producer, label.place, label.uri, label.demo].filter(Boolean).join(" · ")
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 10}mm" height="${height / 10}mm" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="name about">
<title id="name">${escaped(label.code)}</title>
<desc id="about">${escaped(description)}</desc>
<path fill="#fff" d="M0 0h${width}v${height}H0z"/>
<path fill="#000" shape-rendering="crispEdges" d="${qrPath(label.uri)}"/>
<path fill="#000" d="${lines.map(outline).join("")}"/>
</svg>
`
}

/** The same label as PNG, 1280 × 900 pixels, which knows its size on paper. */
export const labelPng = (label: LabelText): Promise<Buffer> =>
  sharp(Buffer.from(labelSvg(label)))
    .resize(LABEL.width * PIXELS, LABEL.height * PIXELS)
    .flatten({ background: "#fff" })
    .withMetadata({ density: PIXELS * 254 })
    .png({ palette: true, colours: 16 })
    .toBuffer()

const outline = ({ text, x, y, size, bold }: Line) =>
  fontOf(bold).getPath(text.normalize("NFC"), x, y, size).toPathData(1)

/** One rectangle for each run of dark modules in a row. */
function qrPath(text: string): string {
  const { count, runs } = qrRuns(text)
  const module = LABEL.qr.size / count
  const at = (n: number) => Number((n * module).toFixed(2))
  return runs
    .map(({ row, column, length }) => {
      const [x, y, width] = [LABEL.qr.x + at(column), LABEL.qr.y + at(row), at(length)]
      return `M${x} ${y}h${width}v${at(1)}h-${width}z`
    })
    .join("")
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
