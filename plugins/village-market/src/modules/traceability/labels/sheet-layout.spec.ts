import jsQR from "jsqr"
import sharp from "sharp"
import { type Mark, mm, SIZES } from "../../../papers/paper"
import { qrModules } from "../../../papers/qr-runs"
import { lineHeight } from "../../../papers/set-text"
import { labelsOn, SHEET_FORMATS, SHEET_NAMES, type SheetName } from "./sheet-formats"
import { labelSheets, placeOf, qrSide, type SheetLabel, SMALLEST_MODULE } from "./sheet-layout"
import { outlineWidth, sheetSvg } from "./sheet-svg"

const host = "https://cho.ninhbinh.gov.vn"
const plain: SheetLabel = {
  ...{ uri: `${host}/lot/K7MH-3QWA`, code: "K7MH-3QWA", serial: null, gtin: null, title: "Bình gốm men tro" },
  ...{ producer: "Gốm Hạnh", dates: ["HT 24/11/2026"], demo: null },
}
/** As long as anything gets. */
const full: SheetLabel = {
  uri: `${host}/01/08935049501329/10/K7MH-3QWA/21/ABCD2345`,
  ...{
    code: "K7MH-3QWA",
    serial: "ABCD2345",
    gtin: "8935049501329",
    title: "Nước mắm cá cơm ủ chum sành mười tám tháng ".repeat(3),
  },
  producer: "Hợp tác xã Sản xuất Nước mắm Truyền thống Sa Châu, xã Giao Hòa",
  ...{ dates: ["HT 24/11/2026", "HSD 24/11/2027"], demo: "DỮ LIỆU THỬ NGHIỆM" },
}
const many = (label: SheetLabel, count: number) => Array.from({ length: count }, () => label)
const texts = (marks: Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []))
const codes = (marks: Mark[]) => marks.flatMap((mark) => (mark.kind === "qr" ? [mark] : []))

describe.each(SHEET_NAMES)("labels on %s", (name: SheetName) => {
  const format = SHEET_FORMATS[name]
  const onSheet = labelsOn(name)

  it("lie within the paper", () => {
    const [x, y] = placeOf(format, onSheet - 1)
    expect(x + format.width).toBeLessThanOrEqual(SIZES[format.paper].width + 0.1)
    expect(y + format.height).toBeLessThanOrEqual(SIZES[format.paper].height + 0.1)
  })

  it.each([
    ["short", plain],
    ["long", full],
  ])("hold a %s text within their edges, its code, dates and marks whole", (_, label) => {
    const [sheet] = labelSheets([label], name, 0, outlineWidth)
    const marks = sheet?.marks ?? []
    const [left, top] = placeOf(format, 0)
    for (const { text, x, y, size, bold } of texts(marks)) {
      expect(x + outlineWidth(text, size, bold)).toBeLessThanOrEqual(left + format.width - format.inset + 0.1)
      expect(y).toBeGreaterThanOrEqual(top + format.inset - 0.1)
      expect(y + lineHeight(size)).toBeLessThanOrEqual(top + format.height - format.inset + 0.2)
      expect(size).toBeGreaterThan(3)
    }
    const rows = texts(marks).sort((a, b) => a.y - b.y)
    for (const [n, row] of rows.entries()) expect(row.y).toBeGreaterThanOrEqual((rows[n - 1]?.y ?? 0) - 0.01)
    const said = rows.map(({ text }) => text)
    expect(said).toEqual(expect.arrayContaining([label.code, ...label.dates]))
    for (const word of [label.serial, label.demo, label.gtin && `GTIN ${label.gtin}`])
      if (word) expect(said).toContain(word)
    // Something of the name and of the producer is always there.
    expect(said.some((text) => label.title.startsWith(text.replace(/…$/, "").trim()))).toBe(true)
    expect(said.some((text) => label.producer.startsWith(text.replace(/…$/, "").trim()))).toBe(true)
    const [qr] = codes(marks)
    for (const { x } of rows) expect(x).toBeGreaterThanOrEqual((qr?.x ?? 0) + (qr?.size ?? 0))
  })

  it("have modules of at least 0.4 mm, quiet zone inside the label", () => {
    for (const { uri } of [plain, full]) {
      expect(qrSide(uri, format) / qrModules(uri)).toBeGreaterThanOrEqual(SMALLEST_MODULE - 1e-9)
      expect(qrSide(uri, format)).toBeLessThanOrEqual(format.height - 2 * format.inset + 1e-9)
    }
  })

  it("begin where a half-used sheet ends, and go on on the next", () => {
    const used = Math.floor(onSheet / 2)
    const sheets = labelSheets(many(plain, onSheet), name, used, outlineWidth)
    const places = sheets.map(({ marks }) => codes(marks).length)
    expect(places).toEqual(used > 0 ? [onSheet - used, used] : [onSheet])
    const [first] = codes(sheets[0]?.marks ?? [])
    const [x, y] = placeOf(format, used)
    expect(first?.x).toBeCloseTo(x + format.inset)
    expect(first?.y).toBeGreaterThan(y)
  })

  it("are each read at 300 dpi", async () => {
    const labels = Array.from({ length: Math.min(onSheet, 4) }, (_, n) => ({
      ...full,
      uri: `${full.uri.slice(0, -1)}${n + 2}`,
    }))
    const [sheet] = labelSheets(labels, name, 0, outlineWidth)
    if (!sheet) throw new Error("no sheet")
    const svg = sheetSvg(sheet, name, { title: "Tem", edges: false })
    const page = sharp(Buffer.from(svg), { density: 72 }).resize({
      width: Math.round((SIZES[format.paper].width / 72) * 300),
    })
    const picture = await page.flatten({ background: "#fff" }).png().toBuffer()
    for (const [n, { uri }] of labels.entries()) {
      const [x, y] = placeOf(format, n)
      const dots = (points: number) => Math.floor((points / 72) * 300)
      const cut = { left: dots(x), top: dots(y), width: dots(format.width) - 1, height: dots(format.height) - 1 }
      const { data, info } = await sharp(picture).extract(cut).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(uri)
    }
  })
})

it("keeps 40 × 30 mm for a roll", () => expect(SIZES.roll_40x30).toEqual({ width: mm(40), height: mm(30) }))
