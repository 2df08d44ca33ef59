import { buyerMessage } from "./notices"
import type { BuyerNotice } from "./notices/notice"

const common = { buyer: "Chị Hà", link: "https://cho.example/market/orders/o?key=k", hotline: "1900 0000" }
const part = { part_no: "7-2", maker: "Gốm Gia Thủy" }
const goods = "2 cái Bình gốm"
const paid = { back: 250_001, means: "vnpay" } as const
const all: BuyerNotice[] = [
  {
    event: "order_placed",
    ...common,
    order_no: "7",
    makers: ["Gốm Gia Thủy", "Cói Kim Sơn"],
    total: 1_036_914,
    means: "cash",
  },
  { event: "transfer_due", ...common, order_no: "7", amount: 1_036_914, until: new Date("2026-12-01T17:00:00Z") },
  { event: "transfer_due", ...common, order_no: "7", amount: 90_000, until: null },
  { event: "part_accepted", ...common, ...part, expected_on: "2026-12-24" },
  { event: "part_accepted", ...common, ...part, expected_on: null },
  {
    event: "part_handed_over",
    ...common,
    ...part,
    carrier: "Viettel Post",
    tracking_code: "VT1",
    cash_due: 90_000,
    cash_code: "0042",
    pickup: null,
  },
  {
    event: "part_handed_over",
    ...common,
    ...part,
    carrier: null,
    tracking_code: null,
    cash_due: 0,
    cash_code: null,
    pickup: "Nhà văn hóa xã",
  },
  { event: "part_delivered", ...common, ...part, return_until: new Date("2026-12-01T17:00:00Z") },
  { event: "part_expired", ...common, ...part },
  { event: "part_cancelled", ...common, ...part, by: "other", whole: true, goods, reason: "Hết đất", ...paid },
  { event: "part_cancelled", ...common, ...part, by: "buyer", whole: false, goods, reason: "", back: 0, means: "cash" },
  { event: "part_returned", ...common, ...part, goods, back: 90_000, means: "cash" },
  { event: "return_accepted", ...common, ...part, goods, note: "Gửi về xưởng" },
  { event: "return_refused", ...common, ...part, goods, note: null },
  { event: "money_refunded", ...common, ...part, amount: 250_001, means: "vnpay" },
]

describe.each(["vi", "en"] as const)("what a buyer is told, in %s", (lang) => {
  it.each(all.map((notice) => [notice.event, notice] as const))("%s", (_event, notice) => {
    const { subject, text, sms } = buyerMessage(lang, notice)
    for (const said of [subject, text, sms]) expect(said).not.toMatch(/undefined|null|NaN|\[object/)
    expect(subject).not.toMatch(/\n/)
    expect(text).toContain(common.link)
    // Short messages hold 67 letters a part when there are several.
    expect(sms.endsWith(common.link)).toBe(true)
    expect(sms.length - common.link.length).toBeLessThanOrEqual(2 * 67)
  })
})

describe("money in the messages", () => {
  const of = (notice: BuyerNotice | undefined) => (notice ? Object.values(buyerMessage("vi", notice)).join("\n") : "")

  it("is said to be refunded by the one message that follows the bank's confirmation", () => {
    const said = all.filter((notice) => /đã hoàn/i.test(of(notice))).map(({ event }) => event)
    expect(said).toEqual(["money_refunded"])
  })

  it("goes back the way it came, and not at all where nothing was paid", () => {
    expect(of(all[9])).toMatch(/250\.001\s₫ được trả lại qua VNPay/)
    expect(of(all[10])).toContain("không phải trả")
    expect(of(all[10])).not.toMatch(/0\s₫/)
    expect(of(all[11])).toMatch(/90\.000\s₫ tiền mặt/)
  })

  it("tells of the day in Vietnam until which a return may be asked for", () => {
    expect(of(all[7])).toContain("02/12/2026")
  })
})
