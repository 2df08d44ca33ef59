import type { Refusal } from "../../modules/coupons/judge-coupons"
import { date, money } from "../format"
import type { Language } from "../language"

const vi = {
  // Basket
  heading: "Mã giảm giá",
  field: "Bạn có mã giảm giá?",
  hint: "Gõ chữ hoa hay chữ thường đều được.",
  use: "Dùng mã",
  remove: "Bỏ mã",
  removeCode: (code: string) => `Bỏ mã ${code}`,
  added: (code: string) => `Đã dùng mã ${code}.`,
  removed: (code: string) => `Đã bỏ mã ${code}.`,
  takes: (code: string) => `Mã ${code}`,
  off: (name: string) => `Hàng của ${name}`,
  paidByMarket: "Chợ trả phần giảm này.",
  goodsBefore: "Tiền hàng trước khi giảm",
  goodsAfter: "Tiền hàng sau khi giảm",

  // Why a code takes nothing off
  missing: "Xin gõ mã giảm giá.",
  unknown: (code: string) => `Không có mã “${code}”. Xin xem lại từng chữ, từng số.`,
  stopped: (code: string) => `Mã ${code} đã ngừng dùng.`,
  expired: (code: string) => `Mã ${code} đã hết hạn.`,
  used_up: (code: string) => `Mã ${code} đã hết lượt dùng.`,
  other_goods: (code: string) => `Mã ${code} không dùng cho hàng đang có trong giỏ.`,
  nothing_left: (code: string) => `Mã ${code} không giảm thêm được gì cho giỏ hàng này.`,
  not_yet: (code: string, day: string) => `Mã ${code} dùng được từ ngày ${day}.`,
  below_minimum: (code: string, minimum: string, missing: string) =>
    `Mã ${code} dùng khi mua từ ${minimum}. Còn thiếu ${missing}.`,
  not_together: (code: string, other: string) => `Mã ${code} không dùng chung với mã ${other}.`,
  lapsed: (why: string) => `${why} Giỏ hàng đã tính lại, xin xem lại tổng tiền.`,
}

const en: typeof vi = {
  heading: "Coupons",
  field: "Do you have a coupon code?",
  hint: "Capitals or not, both will do.",
  use: "Use the code",
  remove: "Remove",
  removeCode: (code) => `Remove code ${code}`,
  added: (code) => `Code ${code} is in use.`,
  removed: (code) => `Code ${code} was removed.`,
  takes: (code) => `Code ${code}`,
  off: (name) => `Goods of ${name}`,
  paidByMarket: "The market pays for this discount.",
  goodsBefore: "Goods before discounts",
  goodsAfter: "Goods after discounts",
  missing: "Please type a coupon code.",
  unknown: (code) => `There is no code “${code}”. Please check each letter and digit.`,
  stopped: (code) => `Code ${code} is no longer in use.`,
  expired: (code) => `Code ${code} has expired.`,
  used_up: (code) => `Code ${code} has been used up.`,
  other_goods: (code) => `Code ${code} is not for the goods in this basket.`,
  nothing_left: (code) => `Code ${code} takes nothing more off this basket.`,
  not_yet: (code, day) => `Code ${code} can be used from ${day}.`,
  below_minimum: (code, minimum, missing) => `Code ${code} is for purchases of ${minimum} or more. ${missing} to go.`,
  not_together: (code, other) => `Code ${code} cannot be used together with code ${other}.`,
  lapsed: (why) => `${why} The basket was worked out anew; please look at the total again.`,
}

export const coupons = { vi, en }

/** The sentence a buyer reads when a code takes nothing off. */
export function refusalText(lang: Language, refusal: Refusal): string {
  const t = coupons[lang]
  const { code } = refusal
  switch (refusal.why) {
    case "not_yet":
      return t.not_yet(code, date(lang, refusal.starts_at))
    case "below_minimum":
      return t.below_minimum(code, money(lang, refusal.minimum), money(lang, refusal.missing))
    case "not_together":
      return t.not_together(code, refusal.with)
    default:
      return t[refusal.why](code)
  }
}
