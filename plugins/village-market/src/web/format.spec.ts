import { byName, date, fold, money, slug } from "./format"

describe("how things are written", () => {
  it("writes money in whole đồng, as each language does", () => {
    expect(money("vi", 1250000).replace(/\s/g, " ")).toBe("1.250.000 ₫")
    expect(money("en", 1250000)).toBe("₫1,250,000")
  })

  it("dates an evening in UTC on Vietnam's next day", () => {
    expect(date("vi", "2026-11-24T18:00:00Z")).toBe("25/11/2026")
  })

  it("sorts by the Vietnamese alphabet", () => {
    expect(["Đỉnh", "Dao", "Ấm", "An", "Ô", "Oản"].sort(byName("vi"))).toEqual(["An", "Ấm", "Dao", "Đỉnh", "Oản", "Ô"])
  })

  it("folds marks away, composed or not", () => {
    expect(fold("Gạo tám xoan HẢI HẬU")).toBe("gao tam xoan hai hau")
    expect(fold("Đồ gỗ".normalize("NFD"))).toBe("do go")
    expect(slug("Nước mắm Sa Châu (40°N)")).toBe("nuoc-mam-sa-chau-40-n")
  })
})
