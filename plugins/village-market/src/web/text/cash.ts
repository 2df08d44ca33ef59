import type { CASH_PROOFS } from "../../modules/trade/cash-proof"
import type { Language } from "../language"

type Proof = (typeof CASH_PROOFS)[number]

const vi = {
  code: "Mã của khách (4 số)",
  codeHint: "Nhận tiền xong, hỏi khách 4 số này. Khách xem ở trang đơn hàng hoặc trong tin nhắn.",
  other: "Khách không có mã, hoặc số tiền khác?",
  reference: "Mã phiếu thu hộ của bên vận chuyển",
  referenceHint: "Ghi trên giấy bên vận chuyển đưa bạn cùng với tiền.",
  toReceipt: "Chụp biên nhận có chữ ký",
  receiptThere: (when: string) => `Đã gửi ảnh biên nhận lúc ${when}. Ảnh này là bằng chứng, không cần mã.`,
  noProof: "Không có bằng chứng nào, vì sao?",
  noProofHint: "Ban quản lý chợ đọc được.",
  amount: "Số tiền đã nhận, nếu khác",
  difference: "Vì sao khác?",
  differenceHint: "Khoản này chuyển cho ban quản lý chợ, chưa tính là đã thu đủ.",
  amountWrong: "Xin ghi số tiền bằng số, ví dụ 120.000.",
  receiptTitle: (no: string) => `Ảnh biên nhận của đơn ${no}`,
  receiptLead: "Chụp giấy có chữ ký của khách, hoặc phiếu thu hộ của bên vận chuyển.",
  file: "Ảnh biên nhận",
  send: "Gửi ảnh",
  tooMany: "Đơn này đã có 5 ảnh. Xin gọi số hỗ trợ ở cuối trang.",
  takings: "Tiền mặt đã nhận",
  taken: (amount: string, when: string) => `Đã nhận ${amount}, ${when}`,
  against: (expected: string) => `phải thu ${expected}`,
  proof: {
    code: "Khách xác nhận bằng mã",
    receipt: "Ảnh biên nhận",
    reference: "Phiếu thu hộ",
    none: "Không có bằng chứng",
  } satisfies Record<Proof, string>,
  by: { producer: "Người bán ghi", operator: "Ban quản lý chợ ghi" },
  differs: "Số tiền khác với số phải thu. Ban quản lý chợ đang xem.",
  buyerCode: "Mã xác nhận trả tiền",
  buyerCodeLead: (amount: string) => `Trả ${amount} xong, đọc 4 số này cho người nhận tiền. Chưa trả thì đừng đọc.`,
}

const en: typeof vi = {
  code: "The buyer's code (4 digits)",
  codeHint: "Once you have the money, ask the buyer for it. It stands on the buyer's order page and in the message.",
  other: "The buyer has no code, or it is another amount?",
  reference: "Number of the carrier's remittance note",
  referenceHint: "It stands on the paper the carrier gave you with the money.",
  toReceipt: "Take a photo of a signed receipt",
  receiptThere: (when) => `A photo of the receipt was sent at ${when}. It is proof; no code is needed.`,
  noProof: "No proof at all: why?",
  noProofHint: "The marketplace reads it.",
  amount: "Amount received, if it differs",
  difference: "Why does it differ?",
  differenceHint: "The marketplace looks into it; it does not count as paid yet.",
  amountWrong: "Please write the amount in figures, for example 120,000.",
  receiptTitle: (no) => `Receipt of order ${no}`,
  receiptLead: "Take a photo of the paper the buyer signed, or of the carrier's remittance note.",
  file: "Photo of the receipt",
  send: "Send photo",
  tooMany: "This order has 5 photos already. Please call the number at the foot of the page.",
  takings: "Cash received",
  taken: (amount, when) => `Received ${amount}, ${when}`,
  against: (expected) => `${expected} was due`,
  proof: {
    code: "Confirmed by the buyer's code",
    receipt: "Photo of the receipt",
    reference: "Remittance note",
    none: "No proof",
  },
  by: { producer: "Noted by the seller", operator: "Noted by the marketplace" },
  differs: "The amount is not what was due. The marketplace is looking into it.",
  buyerCode: "Code to confirm your payment",
  buyerCodeLead: (amount) => `Having paid ${amount}, tell these 4 digits to who took the money. Not before.`,
}

export const cash: Record<Language, typeof vi> = { vi, en }
