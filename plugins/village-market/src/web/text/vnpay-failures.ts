import { CODE_WORDS, type Words } from "../../modules/gateway/vnpay/code-words"

const BANK = {
  vi: "Bạn hãy hỏi ngân hàng, hoặc chọn cách trả khác.",
  en: "Ask your bank, or choose another way to pay.",
}

const OTHER: Words = {
  vi: "Ngân hàng chưa nhận khoản thanh toán này. Bạn hãy thử lại, hoặc chọn cách trả khác.",
  en: "The bank did not accept this payment. Try again, or choose another way to pay.",
}

/** Why no money was taken and what the buyer can do now, by vnp_ResponseCode of the payment. */
const FAILURES = new Map<string, Words>(
  Object.entries({
    "09": {
      vi: `Thẻ hoặc tài khoản này chưa đăng ký thanh toán qua mạng. ${BANK.vi}`,
      en: `This card or account is not registered for online payment. ${BANK.en}`,
    },
    "10": {
      vi: "Thông tin thẻ hoặc tài khoản nhập sai quá 3 lần. Bạn hãy xem lại thẻ rồi thử lại, hoặc chọn cách trả khác.",
      en: "The card or account data was wrong more than 3 times. Check the card and try again, or choose another way to pay.",
    },
    "11": {
      vi: "Đã quá giờ thanh toán. Chưa trừ đồng nào. Bạn hãy thanh toán lại, mỗi lần có 15 phút.",
      en: "The time to pay ran out. Nothing was taken. Please pay again; each time you have 15 minutes.",
    },
    "12": { vi: `Thẻ hoặc tài khoản này đang bị khóa. ${BANK.vi}`, en: `This card or account is locked. ${BANK.en}` },
    "13": {
      vi: "Mã xác nhận (OTP) chưa đúng. Bạn hãy thử lại và nhập mã ngân hàng vừa gửi.",
      en: "The confirmation code (OTP) was wrong. Try again with the code your bank has just sent.",
    },
    "24": {
      vi: "Bạn đã thôi thanh toán. Chưa trừ đồng nào.",
      en: "You cancelled the payment. Nothing was taken.",
    },
    "51": {
      vi: "Tài khoản không đủ tiền. Bạn hãy nạp thêm, hoặc trả bằng tài khoản khác.",
      en: "There is not enough money in the account. Top it up, or pay from another account.",
    },
    "65": {
      vi: "Tài khoản đã vượt hạn mức trong ngày. Bạn hãy thử lại ngày mai, hoặc trả bằng tài khoản khác.",
      en: "The account's daily limit is used up. Try again tomorrow, or pay from another account.",
    },
    "75": {
      vi: "Ngân hàng đang bảo trì. Bạn hãy thử lại sau ít phút, hoặc chọn ngân hàng khác.",
      en: "The bank is under maintenance. Try again in a few minutes, or choose another bank.",
    },
    "79": {
      vi: `Mật khẩu thanh toán nhập sai quá nhiều lần. ${BANK.vi}`,
      en: `The payment password was wrong too many times. ${BANK.en}`,
    },
    "99": OTHER,
  }),
)

/** For the buyer of a failed payment. A code that VNPay does not document is named, so that the buyer can tell it to us. */
export function failureWords(code: string): Words {
  const known = FAILURES.get(code)
  if (known) return known
  // A code that says nothing of a failure, beside a failed status or a person's decision.
  if (code === "" || Object.keys(CODE_WORDS.response).includes(code)) return OTHER
  return { vi: `${OTHER.vi} (Mã lạ của VNPay: ${code})`, en: `${OTHER.en} (Unknown code of VNPay: ${code})` }
}
