import { inflateSync } from "node:zlib"

type Picture = { data: Uint8ClampedArray; width: number; height: number }

/**
 * The filled rectangles of each page of a PDF of ours (ISO 32000-1 §8.5.2.1), black on white as a printer of so many
 * dots per inch sets them. Letters are left out: a scanner looks for the QR code only.
 */
export function pdfPictures(file: Buffer, dpi: number): Picture[] {
  const objects = new Map<string, string>()
  for (const [, id = "", body = ""] of file.toString("latin1").matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body)
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return pages.map((body) => {
    const [, width = "", height = ""] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []
    const stream = objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? "") ?? ""
    const raw = Buffer.from(stream.slice(stream.indexOf("stream\n") + 7, stream.lastIndexOf("\nendstream")), "latin1")
    return drawn(inflateSync(raw).toString("latin1"), Number(width), Number(height), dpi)
  })
}

function drawn(content: string, wide: number, high: number, dpi: number): Picture {
  const dots = (points: number) => Math.round((points / 72) * dpi)
  const [width, height] = [dots(wide), dots(high)]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  // The first matrix turns the page so that y grows downwards.
  for (const found of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)) {
    const [x = 0, y = 0, across = 0, down = 0] = found.slice(1).map(Number)
    for (let row = dots(y); row < dots(y + down); row++)
      for (let column = dots(x); column < dots(x + across); column++)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  }
  return { data, width, height }
}

/** A part of a picture, in dots. */
export function cut(picture: Picture, left: number, top: number, width: number, height: number): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * picture.width + left) * 4
    data.set(picture.data.subarray(from, from + width * 4), row * width * 4)
  }
  return { data, width, height }
}
