import type { ProducerMove } from "../../modules/registry/producer-status"
import type { PaymentMeans } from "../../modules/trade/rows"

type Told = { name: string; reason: string; address: string; hotline: string }

/**
 * What a household is told by SMS once its registration was decided on. Vietnamese only: it goes to a phone, not to a
 * reader with a language setting. Short, since a message with marks holds 70 characters per part.
 */
export const decisionSms: Record<Exclude<ProducerMove, "submit">, (told: Told) => string> = {
  approve: ({ name, address }) => `Chợ làng nghề: ${name} đã được duyệt. Hàng của bạn đã lên chợ, xem tại ${address}`,
  refuse: ({ name, reason, hotline }) =>
    `Chợ làng nghề: hồ sơ ${name} chưa được duyệt. Lý do: ${reason}. Bạn sửa rồi gửi lại được. Cần giúp, gọi ${hotline}`,
  suspend: ({ name, reason, hotline }) =>
    `Chợ làng nghề: gian hàng ${name} tạm ngừng bán. Lý do: ${reason}. Cần giúp, gọi ${hotline}`,
  reinstate: ({ name, address }) => `Chợ làng nghề: ${name} được bán trở lại. Xem tại ${address}`,
}

/** A reason as part of a sentence: without the full stop the writer may have put. */
export const asClause = (reason: string) => reason.trim().replace(/[.。\s]+$/u, "")

/** To a buyer who ordered by phone: what was written down, and where to see it. */
export const phoneOrderSms = ({ no, goods, total, url }: Record<"no" | "goods" | "total" | "url", string>) =>
  `Chợ làng nghề: đã ghi đơn ${no} bạn đặt qua điện thoại: ${goods}. Trả ${total} tiền mặt khi nhận hàng. Xem đơn: ${url}`

const PAID: Record<PaymentMeans, string> = {
  vnpay: "Đã trả qua VNPay",
  stripe: "Đã trả bằng thẻ",
  bank: "Đã chuyển khoản",
  cash: "Thu tiền mặt khi giao",
}

/** To a producer: a part of an order is paid or promised. Says everything needed to start packing. */
export const newOrderSms = ({
  no,
  goods,
  total,
  means,
  url,
}: {
  no: string
  goods: string
  total: string
  means: PaymentMeans
  url: string
}) => `Chợ làng nghề: đơn mới ${no}: ${goods}. ${PAID[means]} ${total}. Xem: ${url}`
