import { RECALL_ADVICE, RECALL_REASONS } from "../../modules/traceability/recall/recall-rules"
import { type RecallTold, recallToBuyer, recallToProducer } from "./recall-messages"

const told: RecallTold = {
  kind: "recall",
  reason: "contaminated",
  detail: "Kết quả thử ngày 20/11.",
  advice: "bring_back",
  goods: ["Mắm tôm Kim Sơn"],
  numbers: ["107-1"],
  codes: ["ABCD2345"],
  lot_code: "ABCD2345",
  name: "Chị Hà",
  link: "https://cho.example/market/orders/o?key=k",
  hotline: "1900 0000",
}
const all = RECALL_REASONS.flatMap((reason) =>
  RECALL_ADVICE.flatMap((advice) =>
    (["recall", "lift"] as const).map((kind): RecallTold => ({ ...told, kind, reason, advice })),
  ),
)

describe.each(["vi", "en"] as const)("what a buyer is told of a recall, in %s", (lang) => {
  it("is whole and short whatever the reason and the advice", () => {
    for (const one of all) {
      const { subject, text, sms } = recallToBuyer(lang, one)
      for (const said of [subject, text, sms]) expect(said).not.toMatch(/undefined|null|NaN|\[object|\.\./)
      for (const said of [subject, text, sms]) expect(said).toContain("107-1")
      expect(text).toContain(one.link)
      // Short messages hold 67 letters a part when there are several.
      expect(sms.length - one.link.length).toBeLessThanOrEqual(3 * 67)
    }
  })

  it("says what, why, what to do and whom to call", () => {
    const { text, sms } = recallToBuyer(lang, told)
    for (const part of ["Mắm tôm Kim Sơn", "ABCD2345", "Kết quả thử ngày 20/11", "1900 0000"]) {
      expect(text).toContain(part)
    }
    expect(sms).toContain("1900 0000")
  })

  it("leaves long names out of a short message", () => {
    const goods = ["Bộ ấm chén gốm men ngọc vẽ hoa sen", "Bình hút lộc vẽ cảnh làng"]
    expect(recallToBuyer(lang, { ...told, goods }).sms).not.toContain("Bộ ấm")
    expect(recallToBuyer(lang, { ...told, goods }).text).toContain("Bộ ấm")
  })
})

it("begins with what the buyer has to know", () => {
  expect(recallToBuyer("vi", told).sms).toBe(
    "Chợ làng nghề: Anh/chị đừng dùng Mắm tôm Kim Sơn trong đơn 107-1 vì hàng có thể nhiễm bẩn, hoặc còn dư thuốc, " +
      "hóa chất. Gọi 1900 0000. Xem: https://cho.example/market/orders/o?key=k",
  )
})

it("tells a household whether its own lot is recalled or something it used", () => {
  expect(recallToProducer(told)).toContain("lô ABCD2345 của bạn bị thu hồi")
  expect(recallToProducer({ ...told, codes: ["WXYZ6789"] })).toContain(
    "lô WXYZ6789 của bạn có dùng lô ABCD2345 đang bị thu hồi",
  )
  expect(recallToProducer({ ...told, kind: "lift" })).toContain("đã gỡ thu hồi")
})
