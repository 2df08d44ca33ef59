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
