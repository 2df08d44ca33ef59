import { type Font, loadSync } from "opentype.js"

const fonts = new Map<boolean, Font>()

/** DejaVu Sans Condensed has every Vietnamese letter; it comes as a package, because a server may have no fonts at all. */
export function fontOf(bold: boolean): Font {
  const known = fonts.get(bold)
  if (known) return known
  const font = loadSync(require.resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${bold ? "-Bold" : ""}.ttf`))
  fonts.set(bold, font)
  return font
}
