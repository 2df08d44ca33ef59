import { inflateSync } from "node:zlib"

/**
 * The text of a PDF as our own papers are written: glyph numbers in hexadecimal, each font with a table of what they
 * mean (ISO 32000-1 §9.10.3). One string per text put on the page, in the order of drawing.
 */
export function pdfTexts(file: Buffer): string[] {
  const objects = new Map<string, string>()
  for (const [, id = "", body = ""] of file.toString("latin1").matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body)
  const stream = (id: string) => {
    const body = objects.get(id) ?? ""
    const raw = Buffer.from(body.slice(body.indexOf("stream\n") + 7, body.lastIndexOf("\nendstream")), "latin1")
    return (body.includes("/FlateDecode") ? inflateSync(raw) : raw).toString("latin1")
  }
  const tables = new Map<string, string[]>()
  for (const body of objects.values()) {
    for (const [, name = "", id = ""] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1]
      if (table) tables.set(name, unicodes(stream(table)))
    }
  }
  const pages = [...objects.values()].flatMap((body) => /\/Contents (\d+) 0 R/.exec(body)?.[1] ?? [])
  return pages.flatMap((id) => textsOf(stream(id), tables))
}

/** The number of pages of a PDF, and of each its width and height in whole millimetres. */
export const pdfPages = (file: Buffer) =>
  [...file.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
    found.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
  )

/** What glyph 0, 1, 2… stands for. */
function unicodes(table: string): string[] {
  const entries: string[] = []
  for (const [, first = "", list = ""] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first, 16)
    // A ligature stands for several letters, written with a space between them.
    ;[...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ""], at) => {
      entries[start + at] = Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le")
    })
  }
  return entries
}

function textsOf(page: string, tables: Map<string, string[]>): string[] {
  let table: string[] = []
  return [...page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)].flatMap(([, font, shown]) => {
    if (font) table = tables.get(font) ?? []
    if (shown === undefined) return []
    const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? [])
    return glyphs.map((glyph) => table[Number.parseInt(glyph, 16)] ?? "\ufffd").join("")
  })
}
