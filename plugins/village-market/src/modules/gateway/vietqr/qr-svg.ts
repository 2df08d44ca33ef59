import { create } from "qrcode"

/**
 * A QR as SVG, black on white with the four modules of quiet zone of ISO/IEC 18004, correction level M. It has no size
 * of its own: style sheets give it one, also on paper. `title` is what a screen reader says.
 */
export function qrSvg(text: string, title: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules
  const runs: string[] = []
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      if (!data[row * size + from]) continue
      let to = from + 1
      while (to < size && data[row * size + to]) to++
      runs.push(`M${from + 4} ${row + 4}h${to - from}v1h-${to - from}z`)
      from = to
    }
  }
  const box = size + 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" role="img" shape-rendering="crispEdges"><title>${escaped(title)}</title><path fill="#fff" d="M0 0h${box}v${box}H0z"/><path d="${runs.join("")}"/></svg>`
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
