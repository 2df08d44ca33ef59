import { drawPdf } from "./draw-pdf"
import { type Mark, type Measure, SIZES } from "./paper"
import { labelMarks, labelSheets, type ParcelLabel } from "./parcel-label-layout"

/** Every letter as wide as it is high: wider than any real one. */
const wide: Measure = (text, size) => [...text].length * size * 0.9

const label: ParcelLabel = {
  no: "123-1",
  number: "Đơn 123-1",
  fromHeading: "Người gửi",
  from: { shop: "Hộ bà Hoàng Thị Mận", place: "Xã Nam Trực", phone: "0900 000 001" },
  toHeading: "Người nhận",
  to: {
    name: "Chị Nguyễn Thị Hồng Hà",
    phone: "0912 345 678",
    address: "12 Đội Cấn, Phường Ba Đình, Thành phố Hà Nội",
  },
  money: { text: "Thu tiền mặt của khách", amount: "1.250.000 ₫" },
  carrier: "Giao tận nhà",
  tracking: "Mã vận đơn: VTP123456789",
  demo: "DỮ LIỆU THỬ NGHIỆM",
}
const long: ParcelLabel = {
  ...label,
  from: { shop: "Hợp tác xã ".repeat(20), place: "Xã ".repeat(60), phone: "" },
  to: {
    name: "Nguyễn Thị ".repeat(12),
    phone: "+1 212 555 0100 ext. 99887766",
    address: "Số 12 ngõ 345 phố Đội Cấn ".repeat(9),
  },
  money: { text: "Thu tiền mặt của khách ".repeat(5), amount: "999.999.999.999.999 ₫" },
  carrier: "Dịch vụ chuyển phát nhanh ".repeat(4),
  tracking: "Mã vận đơn: ".concat("9".repeat(80)),
}

const texts = (marks: Mark[]) => marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []))

describe("a parcel label", () => {
  it.each([
    ["usual", label],
    ["overlong", long],
  ])("keeps every %s text inside its page and off the money box", (_, one) => {
    const marks = labelMarks(one, wide)
    const box = marks.find((mark) => mark.kind === "box")
    if (box?.kind !== "box") throw new Error("no money box")
    for (const { text, x, y, size } of texts(marks)) {
      expect(x + wide(text, size, false)).toBeLessThanOrEqual(SIZES.a6.width)
      expect(y + size * 1.3).toBeLessThanOrEqual(SIZES.a6.height)
      const above = y + size * 1.3 <= box.y + 0.01
      const inside = y >= box.y && y + size * 1.3 <= box.y + box.height
      expect(above || inside || y >= box.y + box.height).toBe(true)
    }
  })

  it("sets a long address smaller, and whole", () => {
    const address = "Nhà số 12, ngách 34, ngõ 567, đường Đội Cấn, tổ dân phố số 8, Phường Ba Đình, Thành phố Hà Nội"
    const said = texts(labelMarks({ ...label, to: { ...label.to, address } }, wide)).map(({ text }) => text)
    expect(said.join(" ")).toContain(address)
  })

  it("says what to collect in the largest letters", () => {
    const marks = texts(labelMarks(label, (text, size) => [...text].length * size * 0.5))
    const largest = marks.reduce((one, other) => (other.size > one.size ? other : one))
    expect(largest.text).toBe("1.250.000 ₫")
  })

  it("stands four to an A4 page, none twice, the fifth on the next", () => {
    const five = Array.from({ length: 5 }, (_, at) => ({ ...label, no: `${at}-1` }))
    const sheets = labelSheets(five, "a4", wide)
    expect(sheets).toHaveLength(2)
    const numbers = sheets.map(({ marks }) => marks.flatMap((mark) => (mark.kind === "qr" ? [mark] : [])))
    expect(numbers.map((marks) => marks.map(({ text }) => text))).toEqual([["0-1", "1-1", "2-1", "3-1"], ["4-1"]])
    const corners = numbers[0]?.map(({ x, y }) => `${x > SIZES.a6.width} ${y > SIZES.a6.height}`)
    expect(new Set(corners).size).toBe(4)
  })

  it("becomes a PDF with its letters embedded", async () => {
    const pdf = await drawPdf({ title: "Nhãn", lang: "vi" }, (measure) => labelSheets([label], "a6", measure))
    expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7")
    expect(pdf.toString("latin1")).toContain("/FontFile2")
    expect(pdf.length).toBeLessThan(60_000)
  })
})
