import { type Mark, type Measure, type PaperSize, SIZES } from "./paper"
import { type Slip, slipSheets } from "./slip-layout"

const wide: Measure = (text, size) => [...text].length * size * 0.9

const slip: Slip = {
  no: "123-1",
  number: "Đơn 123-1",
  title: "Phiếu đóng gói",
  shop: "Hộ bà Hoàng Thị Mận, Xã Nam Trực",
  placed: "Đặt lúc 24/11/2026 09:00",
  buyerHeading: "Khách mua",
  buyer: "Chị Hà",
  place: "Phường Ba Đình",
  lines: [{ amount: "2 chai", title: "Nước mắm Sa Châu", lots: "Lô AB12" }],
  money: { text: "Thu tiền mặt của khách", amount: "150.000 ₫" },
  thanks: "Cảm ơn bạn",
  pageOf: (page, pages) => `Trang ${page}/${pages}`,
  demo: null,
}
const many: Slip = {
  ...slip,
  demo: "DỮ LIỆU THỬ NGHIỆM",
  lines: Array.from({ length: 40 }, (_, at) => ({
    amount: `${at + 1} chai`,
    title: `Món thứ ${at} ${"rất dài ".repeat(8)}`,
    lots: at % 2 ? "Lô AB12, CD34" : null,
  })),
}

const texts = (marks: Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []))

describe.each<PaperSize>(["a6", "a4"])("a packing slip on %s", (size) => {
  it("fits one page when the order is small", () => {
    const sheets = slipSheets(slip, size, wide)
    expect(sheets).toHaveLength(1)
    const said = texts(sheets[0]?.marks ?? []).map(({ text }) => text)
    expect(said).toEqual(expect.arrayContaining(["Đơn 123-1", "2 chai", "150.000 ₫", "Cảm ơn bạn"]))
    expect(said.join(" ")).not.toContain("Trang")
  })

  it("goes on over pages, leaves no line out and nothing outside", () => {
    const sheets = slipSheets(many, size, wide)
    expect(sheets.length).toBeGreaterThan(1)
    const marks = sheets.flatMap(({ marks }) => marks)
    const said = texts(marks)
    for (const { amount } of many.lines) expect(said.filter(({ text }) => text === amount)).toHaveLength(1)
    for (const { text, x, y, size: letter } of said) {
      expect(y + letter * 1.3).toBeLessThanOrEqual(SIZES[size].height)
      expect(x + wide(text, letter, false)).toBeLessThanOrEqual(SIZES[size].width)
    }
    expect(said.filter(({ text }) => text === "150.000 ₫")).toHaveLength(1)
    sheets.forEach(({ marks }, at) => {
      const page = texts(marks).map(({ text }) => text)
      expect(page.join(" ")).toContain(`Trang ${at + 1}/${sheets.length}`)
      expect(page.join(" ")).toContain("DỮ LIỆU THỬ NGHIỆM")
    })
  })

  it("lets no two texts overlap", () => {
    for (const { marks } of slipSheets(many, size, wide)) {
      const rows = texts(marks).sort((one, other) => one.y - other.y)
      rows.slice(1).forEach(({ y }, at) => {
        const above = rows[at]
        if (above) expect(y).toBeGreaterThanOrEqual(above.y + above.size * 1.2)
      })
    }
  })
})
