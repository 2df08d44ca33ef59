import { type Mark, type Sheet, SIZES } from "../../../papers/paper"
import { QUIET_MODULES, qrRuns } from "../../../papers/qr-runs"
import { fontOf } from "./fonts"
import { labelsOn, SHEET_FORMATS, type SheetName } from "./sheet-formats"
import { placeOf } from "./sheet-layout"

/**
 * The first sheet as SVG, as the PDF has it: letters are outlines. For the preview the edges of the labels are drawn,
 * which nobody prints.
 */
export function sheetSvg(sheet: Sheet, name: SheetName, { title, edges }: { title: string; edges: boolean }): string {
  const { width, height } = SIZES[sheet.size]
  const format = SHEET_FORMATS[name]
  const corners = edges ? Array.from({ length: labelsOn(name) }, (_, place) => placeOf(format, place)) : []
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size(width)}" height="${size(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-labelledby="name">
<title id="name">${title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<path fill="#fff" d="M0 0h${round(width)}v${round(height)}H0z"/>
${corners.map(([x, y]) => `<rect x="${round(x)}" y="${round(y)}" width="${round(format.width)}" height="${round(format.height)}" rx="3" fill="none" stroke="#999" stroke-width=".6" stroke-dasharray="2 2"/>`).join("")}
<path fill="#000" shape-rendering="crispEdges" d="${sheet.marks.map(qrPath).join("")}"/>
<path fill="#000" d="${sheet.marks.map(outline).join("")}"/>
</svg>
`
}

const round = (points: number) => Number(points.toFixed(2))
const size = (points: number) => `${round((points * 25.4) / 72)}mm`

function qrPath(mark: Mark): string {
  if (mark.kind !== "qr") return ""
  const { count, runs } = qrRuns(mark.text)
  const module = mark.size / (count + 2 * QUIET_MODULES)
  const at = (from: number, n: number) => Number((from + (n + QUIET_MODULES) * module).toFixed(3))
  const step = Number(module.toFixed(3))
  return runs
    .map(({ row, column, length }) => {
      const across = Number((length * module).toFixed(3))
      return `M${at(mark.x, column)} ${at(mark.y, row)}h${across}v${step}h-${across}z`
    })
    .join("")
}

/** PDF sets a text by its upper edge, an outline stands on its base line. */
function outline(mark: Mark): string {
  if (mark.kind !== "text") return ""
  const font = fontOf(mark.bold)
  const base = mark.y + (font.ascender / font.unitsPerEm) * mark.size
  return font.getPath(mark.text.normalize("NFC"), mark.x, base, mark.size).toPathData(2)
}

/** How wide a text is, by the letters that `sheetSvg` draws. */
export const outlineWidth = (text: string, size: number, bold: boolean) =>
  fontOf(bold).getAdvanceWidth(text.normalize("NFC"), size)
