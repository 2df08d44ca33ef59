import { LABEL, type LabelText, labelLines, type Measure } from "./label-layout"

/** Every sign half as wide as high. */
const measure: Measure = (text, size) => [...text].length * size * 0.5
const label: LabelText = {
  uri: "https://cho.ninhbinh.gov.vn/lot/K7MH-3QWA",
  code: "K7MH-3QWA",
  title: "Bình gốm",
  producer: "Gốm Hạnh",
  place: "Gốm Bồ Bát, Xã Yên Mô",
  demo: null,
}
const texts = (change: Partial<LabelText> = {}) => labelLines({ ...label, ...change }, measure).map(({ text }) => text)

describe("the text of a label", () => {
  it("names product, producer, place, code and address", () => {
    expect(texts().join(" ")).toBe(
      "Bình gốm Gốm Hạnh Gốm Bồ Bát, Xã Yên Mô K7MH-3QWA https://cho.ninhbinh.gov.vn/lot/K7MH-3QWA",
    )
  })

  it("says so when it is a trial", () => {
    expect(texts({ demo: "DỮ LIỆU THỬ NGHIỆM" })).toContain("DỮ LIỆU THỬ NGHIỆM")
  })

  it("never leaves the label, however long the words, and never cuts code or address", () => {
    const long = {
      title: "Bình gốm men tro chạm hoa sen dây cỡ lớn dùng trang trí phòng khách và phòng thờ tổ tiên",
      producer: "HợptácxãsảnxuấtđồgốmmỹnghệtruyềnthốngBồBátBạchLiênYênThành",
      place: "Làng nghề gốm mỹ nghệ truyền thống Bạch Liên thôn Bồ Bát, Xã Yên Thành huyện Yên Mô cũ",
      uri: `https://${"a".repeat(60)}.vn/lot/K7MH-3QWA`,
      demo: "DỮ LIỆU THỬ NGHIỆM",
    }
    const lines = labelLines({ ...label, ...long }, measure)
    for (const { text, x, y, size, bold } of lines) {
      expect(x + measure(text, size, bold)).toBeLessThanOrEqual(LABEL.width)
      expect(y).toBeLessThanOrEqual(LABEL.height)
    }
    const rows = lines.filter(({ x }) => x > LABEL.qr.x).sort((a, b) => a.y - b.y)
    rows.forEach((row, n) => {
      const next = rows[n + 1]
      if (next) expect(next.y - next.size * 0.8).toBeGreaterThanOrEqual(row.y)
    })
    expect(lines.map(({ text }) => text)).toEqual(expect.arrayContaining(["K7MH-3QWA", long.uri]))
    expect(lines.filter(({ text }) => text.endsWith("…"))).not.toHaveLength(0)
  })
})
