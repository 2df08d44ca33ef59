import { findCommunes } from "./commune-search"

const communes = [
  { code: "1", full_name: "Xã Vũ Dương", former: [{ name: "Xã Yên Ninh", district: "Ý Yên" }] },
  { code: "2", full_name: "Phường Yên Thắng", former: [{ name: "Xã Khánh Thượng", district: "Yên Mô" }] },
  { code: "3", full_name: "Xã Đồng Thịnh", former: [{ name: "Xã Hoàng Nam", district: "Nghĩa Hưng" }] },
  { code: "4", full_name: "Xã Yên Đồng", former: [{ name: "Xã Yên Đồng", district: "Ý Yên" }] },
]
const codes = (typed: string) => findCommunes(typed, communes).map(({ code }) => code)

describe("searching a commune", () => {
  it("needs no marks and no kind of unit", () => {
    expect(codes("dong thinh")).toEqual(["3"])
    expect(codes("xã Đồng Thịnh")).toEqual(["3"])
    expect(codes("  YEN   thang ")).toEqual(["2"])
  })

  it("finds a former name and says which", () => {
    expect(findCommunes("yên ninh", communes)).toEqual([
      { code: "1", full_name: "Xã Vũ Dương", former: ["Xã Yên Ninh (Ý Yên)"] },
    ])
  })

  it("puts names that begin so before names that hold it, present before former", () => {
    expect(codes("yen")).toEqual(["2", "4", "1"])
    expect(codes("dong")).toEqual(["3", "4"])
    expect(codes("thuong kh")).toEqual(["2"])
    expect(codes("en")).toEqual([])
  })

  it("finds nothing for nothing", () => {
    expect(codes("  ")).toEqual([])
    expect(codes("xyz")).toEqual([])
  })
})
