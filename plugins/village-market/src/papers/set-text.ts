import type { Mark, Measure } from "./paper"

export type Style = { size: number; bold?: boolean; most?: number }

/** Breaks a text into lines no wider than `width`; a word that is wider alone is broken within. */
export function broken(text: string, width: number, { size, bold = false }: Style, measure: Measure): string[] {
  const fits = (line: string) => measure(line, size, bold) <= width
  const lines: string[] = []
  const words = text.normalize("NFC").split(/\s+/).filter(Boolean)
  for (const piece of words.flatMap((word) => pieces(word, fits))) {
    const longer = `${lines.at(-1)} ${piece}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  for (const letter of word) {
    const last = parts.at(-1)
    if (last !== undefined && fits(last + letter)) parts[parts.length - 1] = last + letter
    else parts.push(letter)
  }
  return parts
}

/** The lines of a text, at most `most` of them: the last one ends in "…" when something is left out. */
export function shown(text: string, width: number, style: Style, measure: Measure): string[] {
  const lines = broken(text, width, style, measure)
  const { most = lines.length, size, bold = false } = style
  if (lines.length <= most) return lines
  const letters = [...(lines[most - 1] ?? "")]
  while (letters.length > 0 && measure(`${letters.join("")}…`, size, bold) > width) letters.pop()
  return [...lines.slice(0, most - 1), `${letters.join("").trimEnd()}…`]
}

/** Lines stand a third of their size apart, room enough for two marks on one letter ("ỗ"). */
export const lineHeight = (size: number) => size * 1.3

/** Sets a text from an upper edge and says where the next may begin. */
export function setText(
  text: string,
  at: { x: number; y: number; width: number },
  style: Style,
  measure: Measure,
): { marks: Mark[]; bottom: number } {
  const lines = shown(text, at.width, style, measure)
  const step = lineHeight(style.size)
  return {
    marks: lines.map((line, row) => ({
      ...{ kind: "text" as const, text: line, x: at.x, y: at.y + row * step },
      ...{ size: style.size, bold: style.bold ?? false },
    })),
    bottom: at.y + lines.length * step,
  }
}

/** The largest size up to `size` at which the text fits one line. */
export const fitting = (text: string, width: number, size: number, bold: boolean, measure: Measure) =>
  Math.min(size, Math.floor(((size * width) / measure(text.normalize("NFC"), size, bold)) * 100) / 100)
