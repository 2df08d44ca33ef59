import { type ProducerNotice, producerSms } from "./producer-notices"

const notice: ProducerNotice = {
  ...{ event: "part_placed", no: "7-2", name: "Gốm Gia Thủy", goods: "2 cái Bình gốm", due: 180_000, means: "cash" },
  ...{ by: undefined, reason: "damaged", url: "https://cho.example/producer/orders/p", hotline: "1900 0000" },
}
const producer = [
  "part_placed",
  "answer_soon",
  "part_cancelled",
  "part_returned",
  "return_asked",
  "return_withdrawn",
] as const

describe("what a producer is told", () => {
  it.each(producer)("%s: which order, which goods, and where to look", (event) => {
    const text = producerSms("producer", { ...notice, event })
    for (const word of ["7-2", "2 cái Bình gốm", notice.url]) expect(text).toContain(word)
    expect(text).not.toMatch(/undefined|null|NaN|return_|part_/)
    expect(text.length - notice.url.length).toBeLessThanOrEqual(2 * 67)
  })

  it("says who cancelled", () => {
    const told = (by: ProducerNotice["by"]) => producerSms("producer", { ...notice, event: "part_cancelled", by })
    expect(told("buyer")).toContain("khách đã hủy")
    expect(told("operator")).toContain("ban quản lý chợ đã hủy")
  })

  it("tells a helper whom to help, by no address it could not open", () => {
    const text = producerSms("helper", { ...notice, event: "answer_late" })
    expect(text).toContain("Gốm Gia Thủy")
    expect(text).not.toContain("https://")
  })

  it("is never left out in silence", () => {
    expect(() => producerSms("helper", notice)).toThrow("nobody knows")
  })
})
