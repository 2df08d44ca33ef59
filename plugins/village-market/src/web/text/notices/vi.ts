import { date, dateTime, money } from "../../format"
import { type Back, some, type Write } from "./notice"

const dong = (amount: number) => money("vi", amount)
/** How an order is paid, or will be. */
const PAID = {
  vnpay: "đã trả qua VNPay",
  stripe: "đã trả bằng thẻ",
  bank: "đã trả bằng chuyển khoản",
  cash: "trả tiền mặt khi nhận hàng",
}
const BY = { vnpay: "qua VNPay", stripe: "qua thẻ" }
const viBack = ({ back, means }: Back) => {
  if (back === 0) return "Bạn chưa trả khoản này nên không phải trả gì."
  if (means === "cash") return `${dong(back)} tiền mặt bạn đã trả phải trả lại cho bạn. Chúng tôi sẽ gọi cho bạn.`
  if (means === "bank") return `${dong(back)} được chuyển trả vào tài khoản bạn đã chuyển. Chúng tôi sẽ gọi cho bạn.`
  return `${dong(back)} được trả lại ${BY[means]} về nơi bạn đã trả. Ngân hàng xác nhận xong, chúng tôi báo ngay.`
}
const viBackSms = ({ back, means }: Back) =>
  back > 0
    ? `Trả lại ${dong(back)}${means === "vnpay" || means === "stripe" ? ` ${BY[means]}` : ""}.`
    : "Bạn không phải trả khoản này."

export const vi: Write = {
  order_placed: ({ order_no, makers, total, means }) => ({
    subject: `Đơn hàng số ${order_no} đã được nhận`,
    lines: [
      `Chợ đã nhận đơn hàng số ${order_no}, mua từ ${makers.join(", ")}.`,
      `Tổng cộng ${dong(total)}, ${PAID[means]}.`,
      "Mỗi nơi gói và gửi hàng riêng. Có gì thay đổi, chúng tôi báo cho bạn.",
    ],
    sms: `đã nhận đơn ${order_no}, ${dong(total)}, ${PAID[means]}.`,
  }),
  transfer_due: ({ order_no, amount, until }) => ({
    subject: `Đơn hàng số ${order_no} đang chờ chuyển khoản`,
    lines: some(
      `Chợ đã ghi đơn hàng số ${order_no} và giữ hàng cho bạn. Xin chuyển ${dong(amount)} để chốt đơn.`,
      until !== null && `Chuyển trước ${dateTime("vi", until)}. Quá giờ mà chưa có tiền, đơn tự hủy.`,
      "Mã QR và số tài khoản ở trang đơn hàng dưới đây.",
    ),
    sms: `xin chuyển ${dong(amount)} cho đơn ${order_no}${until === null ? "" : ` trước ${dateTime("vi", until)}`}.`,
  }),
  part_accepted: ({ part_no, maker, expected_on }) => ({
    subject: `${maker} đã nhận làm đơn ${part_no}`,
    lines: some(
      `${maker} đã nhận đơn ${part_no} và đang chuẩn bị hàng.`,
      expected_on !== null && `Dự kiến có hàng ngày ${date("vi", expected_on)}.`,
    ),
    sms: `${maker} đã nhận đơn ${part_no}, đang chuẩn bị hàng.`,
  }),
  part_handed_over: ({ part_no, maker, carrier, tracking_code, cash_due, cash_code, pickup }) => ({
    subject: `${maker} đã gửi hàng đơn ${part_no}`,
    lines: some(
      pickup === null ? `Hàng của đơn ${part_no} đã rời ${maker}.` : `Đơn ${part_no}: hàng ở ${pickup}.`,
      carrier !== null && `Bên giao: ${carrier}${tracking_code === null ? "" : `, mã vận đơn ${tracking_code}`}.`,
      cash_due > 0 && `Khi nhận hàng, xin trả ${dong(cash_due)} tiền mặt.`,
      cash_code !== null && `Trả xong, đọc mã ${cash_code} cho người nhận tiền.`,
    ),
    sms: `${maker} đã gửi đơn ${part_no}${carrier === null ? "" : ` qua ${carrier}`}${tracking_code === null ? "" : `, mã ${tracking_code}`}.${cash_due > 0 ? ` Trả ${dong(cash_due)} khi nhận, trả xong đọc mã ${cash_code}.` : ""}`,
  }),
  part_delivered: ({ part_no, maker, return_until }) => ({
    subject: `Đơn ${part_no} đã giao xong`,
    lines: some(
      `Hàng của ${maker} trong đơn ${part_no} đã tới nơi. Cảm ơn bạn.`,
      return_until !== null && `Hàng hỏng hoặc không đúng? Bạn xin trả được tới hết ngày ${date("vi", return_until)}.`,
    ),
    sms: `đơn ${part_no} của ${maker} đã giao xong. Cảm ơn bạn.`,
  }),
  part_expired: ({ part_no, maker }) => ({
    subject: `Đơn ${part_no} đã hủy vì chưa trả tiền`,
    lines: [`Chúng tôi không nhận được tiền của đơn ${part_no} (${maker}) nên đơn đã hủy. Bạn có thể đặt lại.`],
    sms: `đơn ${part_no} đã hủy vì chưa trả tiền.`,
  }),
  part_cancelled: ({ part_no, maker, by, whole, goods, reason, ...back }) => ({
    subject: whole ? `Đơn ${part_no} đã hủy` : `Một phần đơn ${part_no} đã hủy`,
    lines: some(
      `${by === "buyer" ? "Theo yêu cầu của bạn, đã" : "Rất tiếc, đã"} hủy trong đơn ${part_no} của ${maker}: ${goods}.`,
      by !== "buyer" && reason !== "" && `Lý do: ${reason}`,
      viBack(back),
      "Hàng của các nơi khác trong đơn không bị ảnh hưởng.",
    ),
    sms: `đã hủy ${goods} (đơn ${part_no}, ${maker}). ${viBackSms(back)}`,
  }),
  part_returned: ({ part_no, maker, goods, ...back }) => ({
    subject: `${maker} đã nhận lại hàng`,
    lines: [`${maker} đã nhận lại ${goods} của đơn ${part_no}.`, viBack(back)],
    sms: `${maker} đã nhận lại ${goods} (đơn ${part_no}). ${viBackSms(back)}`,
  }),
  return_accepted: ({ part_no, maker, goods, note }) => ({
    subject: `${maker} đồng ý nhận lại hàng`,
    lines: some(
      `${maker} đồng ý nhận lại ${goods} của đơn ${part_no}.`,
      note,
      "Nhận được hàng, nơi sản xuất xác nhận và tiền được trả lại cho bạn.",
    ),
    sms: `${maker} đồng ý nhận lại ${goods} (đơn ${part_no}).`,
  }),
  return_refused: ({ part_no, maker, goods, note, hotline }) => ({
    subject: `${maker} không nhận lại hàng`,
    lines: some(
      `${maker} không nhận lại ${goods} của đơn ${part_no}.`,
      note !== null && `Lý do: ${note}`,
      `Nếu bạn thấy chưa thỏa đáng, xin gọi ${hotline}.`,
    ),
    sms: `${maker} không nhận lại ${goods} (đơn ${part_no}). Chưa thỏa đáng, gọi ${hotline}.`,
  }),
  money_refunded: ({ part_no, amount, means }) => ({
    subject: `Đã hoàn ${dong(amount)} cho đơn ${part_no}`,
    lines: [
      means === "vnpay" || means === "stripe"
        ? `Ngân hàng xác nhận đã hoàn ${dong(amount)} của đơn ${part_no} về nơi bạn đã trả.`
        : `Đã trả lại bạn ${dong(amount)} của đơn ${part_no}.`,
    ],
    sms: `đã hoàn ${dong(amount)} của đơn ${part_no}.`,
  }),
}
