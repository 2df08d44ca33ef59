import { money } from "../format"

/** Short messages to producers, in Vietnamese; they are read on small old phones. */
export const newOrderSms = (order: { no: string; goods: string; total: number; cash: boolean; url: string }) =>
  `Co don hang moi ${order.no}: ${order.goods}. ${order.cash ? "Thu tien mat khi giao" : "Da tra qua VNPay"}: ${money("vi", order.total)}. Xem: ${order.url}`
