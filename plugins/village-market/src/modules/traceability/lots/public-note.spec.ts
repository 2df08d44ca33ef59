import { namesAPhone, tidyNote } from "./public-note"

describe("a public note", () => {
  it.each(["gọi 0912345678", "0912 345 678", "+84 912.345.678", "zalo:84912345678", "(0229) 3 871 234"])(
    "is known to name a phone: %s",
    (note) => {
      expect(namesAPhone(note)).toBe(true)
    },
  )

  it.each(["", "Nung 1.200 độ trong 18 giờ", "Men tro số 7, mẻ 2026-10-02", "Lò 3, 850°C"])("may say %p", (note) => {
    expect(namesAPhone(note)).toBe(false)
  })

  it("is one line, composed, without invisible signs", () => {
    expect(tidyNote("  Lo\u0300\n củi\u0000 \u202eto ")).toBe("Lò củi to")
  })
})
