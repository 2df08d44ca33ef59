import type { REFUSALS } from "../../workflows/trade/refuse-move"
import type { Language } from "../language"

type Why = keyof typeof REFUSALS

/** Why a step with an order was not made, to whoever tried. */
export const orderRefusals: Record<Language, Record<Why, string>> = {
  vi: {
    already_there: "Việc này đã làm rồi.",
    not_now: "Đơn đang ở bước khác nên không làm được việc này. Xin xem lại trạng thái của đơn.",
    not_yours: "Việc này do người khác làm, không phải bạn.",
    cash_missing: "Đơn này trả tiền mặt. Xin xác nhận đã nhận đủ tiền, hoặc ghi tên bên vận chuyển thu hộ.",
    paid_by_qr: "Khách đã trả bằng QR rồi. Xin trả lại tiền mặt cho khách.",
    proof_missing: "Xin ghi mã 4 số của khách. Khách không có mã thì mở mục bên dưới và chọn cách khác.",
    difference_missing: "Số tiền khác với số phải thu. Xin ghi vì sao.",
    code_wrong: "Mã của khách không đúng. Xin hỏi lại khách 4 số ở trang đơn hàng.",
    code_blocked: "Mã đã ghi sai nhiều lần nên không dùng được nữa. Xin dùng biên nhận hoặc cách khác.",
    no_code: "Đơn này không có mã của khách. Xin dùng biên nhận hoặc cách khác.",
    no_such_receipt: "Không có ảnh biên nhận này.",
    no_such_line: "Trong đơn không có mặt hàng này.",
    too_many: "Số lượng nhiều hơn số còn lại của mặt hàng.",
    nothing: "Đơn không còn món nào để hủy.",
    window_over: "Đã hết hạn xin trả hàng.",
    not_found: "Không có yêu cầu trả hàng này.",
  },
  en: {
    already_there: "This has been done already.",
    not_now: "The order is at another step, so this cannot be done. Please look at its state.",
    not_yours: "This is for somebody else to do.",
    cash_missing: "This order is paid in cash. Confirm that you have the money, or name the carrier who collects it.",
    paid_by_qr: "The buyer has paid by QR already. Please give the cash back.",
    proof_missing: "Please write the buyer's 4 digits. If the buyer has none, unfold the part below for another way.",
    difference_missing: "This is not the amount that is due. Please say why.",
    code_wrong: "This is not the buyer's code. Please ask for the 4 digits on the order page again.",
    code_blocked:
      "The code was keyed in wrongly too often and cannot be used any more. Please use a receipt or another way.",
    no_code: "The buyer of this order has no code. Please use a receipt or another way.",
    no_such_receipt: "There is no such photo of a receipt.",
    no_such_line: "There is no such line in this order.",
    too_many: "That is more than is left of this line.",
    nothing: "Nothing is left of this order to cancel.",
    window_over: "The time to ask for a return is over.",
    not_found: "There is no such request.",
  },
}

/** The sentence for a refusal by its code, or undefined for any other error. */
export function orderRefusal(lang: Language, code: unknown): string | undefined {
  const sentences: Record<string, string> = orderRefusals[lang]
  return typeof code === "string" ? sentences[code] : undefined
}
