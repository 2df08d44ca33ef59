/** One meaning in the two languages of the market. */
export type Words = { vi: string; en: string }

const words = (vi: string, en: string): Words => ({ vi, en })

/**
 * What VNPay documents of its codes (PAY 2.1.0; querydr & refund 2.1.0), in the precise words an operator needs.
 * `response`: vnp_ResponseCode of a payment; `status`: vnp_TransactionStatus; `querydr`, `refund`: vnp_ResponseCode of
 * the answer to such a request, which says how the request went and not what the payment is.
 */
export const CODE_WORDS = {
  response: {
    "00": words("Giao dịch thành công", "Payment succeeded"),
    "07": words(
      "Đã trừ tiền, nhưng bị nghi gian lận hoặc bất thường",
      "Money was taken, but the payment is suspected of fraud or unusual",
    ),
    "09": words("Thẻ hoặc tài khoản chưa đăng ký Internet Banking", "Card or account not registered for e-banking"),
    "10": words("Nhập sai thông tin thẻ hoặc tài khoản quá 3 lần", "Card or account data wrong more than 3 times"),
    "11": words("Hết thời gian chờ thanh toán", "The time to pay ran out"),
    "12": words("Thẻ hoặc tài khoản bị khóa", "Card or account locked"),
    "13": words("Nhập sai mã OTP", "Wrong one-time code (OTP)"),
    "24": words("Người mua hủy giao dịch", "The buyer cancelled"),
    "51": words("Tài khoản không đủ số dư", "Not enough money in the account"),
    "65": words("Vượt hạn mức giao dịch trong ngày", "The account's daily limit is exceeded"),
    "75": words("Ngân hàng đang bảo trì", "The bank is under maintenance"),
    "79": words("Nhập sai mật khẩu thanh toán quá số lần cho phép", "Payment password wrong too many times"),
    "99": words("Lỗi khác, VNPay không nói rõ", "Another error, which VNPay does not name"),
  },
  status: {
    "00": words("Giao dịch đã thanh toán", "Paid"),
    "01": words("Giao dịch chưa hoàn tất", "Not finished yet"),
    "02": words("Giao dịch bị lỗi, không thu tiền", "Failed, no money taken"),
    "04": words(
      "Giao dịch đảo: ngân hàng đã trừ tiền, VNPay chưa ghi nhận thành công",
      "Reversed: the bank has taken the money, VNPay does not call it paid",
    ),
    "05": words("VNPay đang xử lý hoàn tiền", "VNPay is working on the refund"),
    "06": words("VNPay đã gửi lệnh hoàn tiền sang ngân hàng", "VNPay has sent the refund to the bank"),
    "07": words("Giao dịch bị nghi gian lận", "Suspected of fraud"),
    "09": words("Lệnh hoàn tiền bị từ chối", "The refund was refused"),
  },
  querydr: {
    "00": words("Tra cứu được", "The query worked"),
    "02": words("Sai mã đơn vị (TmnCode)", "Wrong terminal (TmnCode)"),
    "03": words("Yêu cầu sai định dạng", "Request badly formed"),
    "91": words("Không tìm thấy giao dịch", "Transaction not found"),
    "94": words("Yêu cầu trùng trong vòng 5 phút", "Request repeated within 5 minutes"),
    "97": words("Sai chữ ký", "Wrong signature"),
    "99": words("Lỗi khác, VNPay không nói rõ", "Another error, which VNPay does not name"),
  },
  refund: {
    "00": words("VNPay đã nhận lệnh hoàn tiền", "VNPay has accepted the refund"),
    "02": words("Sai mã đơn vị, hoặc nhiều hơn số đã thu", "Wrong terminal, or more than was received"),
    "03": words("Yêu cầu sai định dạng", "Request badly formed"),
    "04": words("Đã hoàn một phần, không hoàn toàn bộ được nữa", "Partly refunded already, no full refund any more"),
    "13": words("Chỉ được hoàn một phần", "Only partial refunds are allowed"),
    "91": words("Không tìm thấy giao dịch cần hoàn", "The payment to refund was not found"),
    "93": words("Số tiền hoàn không hợp lệ", "Amount not valid"),
    "94": words("Lệnh trùng: VNPay đang xử lý lệnh này", "Repeated: VNPay is already at work on it"),
    "95": words("Giao dịch gốc chưa thành công ở VNPay", "The payment did not succeed at VNPay"),
    "97": words("Sai chữ ký", "Wrong signature"),
    "98": words("VNPay hết giờ chờ, chưa rõ kết quả", "VNPay timed out, the result is unknown"),
    "99": words("Lỗi khác, VNPay không nói rõ", "Another error, which VNPay does not name"),
  },
} as const satisfies Record<string, Record<string, Words>>
export type CodeKind = keyof typeof CODE_WORDS

/** What an operator reads of a code; one that is in no table of VNPay's is called unknown. */
export function codeWords(kind: CodeKind, code: string): Words {
  const known = new Map<string, Words>(Object.entries(CODE_WORDS[kind])).get(code)
  if (known) return known
  if (code === "") return words("VNPay không gửi mã", "VNPay sent no code")
  return words(`Mã lạ ${code}, không có trong tài liệu VNPay`, `Unknown code ${code}, in no document of VNPay's`)
}
