import { LIMITS } from "../../modules/catalogue/listing-limits"
import { number } from "../format"

/** Goods sold ahead of their harvest, as buyers and producers read of them. Days come as dd/mm/yyyy. */
const vi = {
  // For buyers
  tag: "Đặt trước",
  ahead: (day: string) => `Hàng đặt trước: dự kiến có ngày ${day}`,
  moved: (day: string) => `Nhà sản xuất vừa báo ngày mới: ${day}`,
  left: (count: string) => `còn ${count} suất`,
  leftOf: (count: string, unit: string) => `Còn ${count} suất, mỗi suất một ${unit}`,
  opens: (day: string) => `Mở bán từ ${day}`,
  until: (day: string) => `Nhận đặt đến hết ngày ${day}`,
  full: "Đã hết suất",
  closed: "Đã đóng đặt trước",
  season: (note: string) => `Mùa vụ: ${note}`,
  explain: "Bạn đặt bây giờ, nhà sản xuất giao khi có hàng.",
  add: "Đặt trước",
  refused: {
    stock: "Không đủ hàng. Xin giảm số lượng.",
    busy: "Nhiều người đang đặt cùng lúc. Đơn của bạn chưa được đặt, xin bấm lại.",
    ahead_not_open: "Có mặt hàng đặt trước chưa đến ngày mở bán.",
    ahead_closed: "Có mặt hàng đã đóng đặt trước. Xin bỏ ra khỏi giỏ.",
    ahead_full: (left: string) =>
      left === "0"
        ? "Có mặt hàng đặt trước đã hết suất. Xin bỏ ra khỏi giỏ."
        : `Có mặt hàng đặt trước chỉ còn ${left} suất. Xin giảm số lượng.`,
  },

  // For producers
  title: "Bán trước vụ",
  lead: "Nhận đặt trước khi có hàng. Khách thấy ngày dự kiến có hàng, và không ai đặt được quá số suất bạn ghi.",
  opensLabel: "Mở nhận đặt từ ngày",
  closesLabel: "Nhận đặt đến hết ngày",
  capLabel: "Nhận đặt nhiều nhất bao nhiêu",
  capHint: (unit: string) => `Tính theo ${unit}. Ghi vừa sức, trừ hao mất mùa.`,
  expectedLabel: "Dự kiến có hàng ngày",
  noteLabel: "Mùa vụ",
  noteHint: "Ví dụ: vụ chiêm 2027. Không có thì để trống.",
  save: "Lưu bán trước",
  change: "Sửa bán trước",
  end: "Thôi nhận đặt",
  endHint: "Những đơn đã đặt vẫn giữ nguyên.",
  ended: "Đã thôi nhận đặt trước.",
  state: {
    scheduled: "Chưa đến ngày mở",
    open: "Đang nhận đặt",
    full: "Đã đủ suất",
    closed: "Đã đóng",
  },
  taken: (taken: string, cap: string) => `Khách đã đặt ${taken} trên ${cap} suất.`,
  afterwards: "Khi có hàng, ghi số lượng đang có ở trên, gồm cả phần khách đã đặt trước.",
  errors: {
    opensMissing: "Xin chọn ngày mở nhận đặt.",
    closesMissing: "Xin chọn ngày cuối cùng nhận đặt.",
    closesEarly: "Ngày cuối nhận đặt phải từ ngày mở trở đi.",
    closesPast: "Ngày cuối nhận đặt đã qua. Xin chọn hôm nay hoặc sau hôm nay.",
    expectedMissing: "Xin chọn ngày dự kiến có hàng.",
    expectedEarly: "Ngày có hàng phải từ ngày mở nhận đặt trở đi.",
    capRange: `Xin ghi số suất bằng số nguyên, từ 1 đến ${number("vi", LIMITS.stock.max)}.`,
    capBelow: (taken: string) => `Khách đã đặt ${taken} suất, nên không thể ghi ít hơn ${taken}.`,
    noteLong: "Xin ghi mùa vụ ngắn hơn 60 chữ cái.",
  },
}

const en: typeof vi = {
  tag: "Pre-order",
  ahead: (day) => `Sold ahead: expected on ${day}`,
  moved: (day) => `The maker has just given a new day: ${day}`,
  left: (count) => `${count} places left`,
  leftOf: (count, unit) => `${count} places left, each one ${unit}`,
  opens: (day) => `On sale from ${day}`,
  until: (day) => `Orders taken until the end of ${day}`,
  full: "All places are taken",
  closed: "Pre-orders are closed",
  season: (note) => `Season: ${note}`,
  explain: "You order now; the maker delivers when the goods are there.",
  add: "Order ahead",
  refused: {
    stock: "Not enough in stock. Please lower the quantity.",
    busy: "Many people are ordering at once. Nothing was ordered; please try again.",
    ahead_not_open: "Something in the basket is not on sale yet.",
    ahead_closed: "Pre-orders of something in the basket are closed. Please take it out.",
    ahead_full: (left) =>
      left === "0"
        ? "All places of something in the basket are taken. Please take it out."
        : `Something in the basket has only ${left} places left. Please lower the quantity.`,
  },

  title: "Sell ahead of the harvest",
  lead: "Take orders before the goods are there. Buyers see the expected day, and nobody can order more than you write.",
  opensLabel: "Take orders from",
  closesLabel: "Take orders until the end of",
  capLabel: "At most how many",
  capHint: (unit) => `Counted in ${unit}. Allow for a poor harvest.`,
  expectedLabel: "Goods expected on",
  noteLabel: "Season",
  noteHint: "For example: spring crop 2027. Leave empty if there is none.",
  save: "Save selling ahead",
  change: "Change selling ahead",
  end: "Stop taking orders",
  endHint: "Orders already placed stay as they are.",
  ended: "No more orders are taken ahead.",
  state: {
    scheduled: "Not open yet",
    open: "Taking orders",
    full: "All places taken",
    closed: "Closed",
  },
  taken: (taken, cap) => `Buyers have ordered ${taken} of ${cap} places.`,
  afterwards: "When the goods are there, write above how many you have, including those ordered ahead.",
  errors: {
    opensMissing: "Please choose the day orders open.",
    closesMissing: "Please choose the last day of taking orders.",
    closesEarly: "The last day must not be before the first.",
    closesPast: "The last day of taking orders is past. Please choose today or later.",
    expectedMissing: "Please choose the day the goods are expected.",
    expectedEarly: "The goods cannot be expected before orders open.",
    capRange: `Please write a whole number from 1 to ${number("en", LIMITS.stock.max)}.`,
    capBelow: (taken) => `Buyers have ordered ${taken} already, so it cannot be less than ${taken}.`,
    noteLong: "Please keep the season under 60 letters.",
  },
}

export const windows = { vi, en }
