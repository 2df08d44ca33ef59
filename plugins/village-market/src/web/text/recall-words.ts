import type { RecallAdvice, RecallReason } from "../../modules/traceability/recall/recall-rules"
import type { Language } from "../language"

type Words = {
  reasons: Record<RecallReason, string>
  /** The same inside a sentence. */
  because: Record<RecallReason, string>
  advice: Record<RecallAdvice, string>
  /** What the buyer reads; a whole sentence. */
  please: Record<RecallAdvice, string>
}

/** Why a lot is called back and what to do with it: one wording for pages, e-mails and short messages. */
export const recallWords: Record<Language, Words> = {
  vi: {
    reasons: {
      unsafe: "Có thể hại sức khỏe",
      contaminated: "Nhiễm bẩn, hoặc còn dư thuốc, hóa chất",
      allergen: "Nhãn thiếu cảnh báo dị ứng",
      mislabelled: "Ghi nhãn sai",
      faulty: "Hàng lỗi, dùng có thể nguy hiểm",
      origin: "Nguồn gốc chưa rõ",
      authority: "Cơ quan nhà nước yêu cầu",
      other: "Lý do khác",
    },
    because: {
      unsafe: "hàng có thể hại sức khỏe",
      contaminated: "hàng có thể nhiễm bẩn, hoặc còn dư thuốc, hóa chất",
      allergen: "nhãn thiếu cảnh báo dị ứng",
      mislabelled: "nhãn ghi sai",
      faulty: "hàng lỗi, dùng có thể nguy hiểm",
      origin: "nguồn gốc chưa rõ",
      authority: "cơ quan nhà nước yêu cầu",
      other: "hàng có vấn đề",
    },
    advice: {
      stop_and_call: "Đừng dùng nữa, gọi điện để được hướng dẫn",
      keep_for_pickup: "Để riêng hàng ra, chờ người đến lấy",
      bring_back: "Mang hàng trả lại nơi đã nhận",
      throw_away: "Bỏ hàng đi",
      check_label: "Xem kỹ lại nhãn trước khi dùng",
    },
    please: {
      stop_and_call: "Xin để riêng hàng ra và gọi điện để được hướng dẫn.",
      keep_for_pickup: "Xin để riêng hàng ra, sẽ có người đến lấy.",
      bring_back: "Xin mang hàng trả lại nơi đã nhận.",
      throw_away: "Xin bỏ hàng đi, đừng cho người hay vật nuôi ăn.",
      check_label: "Xin xem kỹ lại nhãn trước khi dùng.",
    },
  },
  en: {
    reasons: {
      unsafe: "May harm people's health",
      contaminated: "Contaminated, or with residues of chemicals",
      allergen: "A warning about allergies is missing on the label",
      mislabelled: "Wrong label",
      faulty: "Faulty, may be dangerous in use",
      origin: "Origin not clear",
      authority: "Asked for by an authority",
      other: "Another reason",
    },
    because: {
      unsafe: "the goods may harm your health",
      contaminated: "the goods may be contaminated or hold residues of chemicals",
      allergen: "the label lacks a warning about allergies",
      mislabelled: "the label is wrong",
      faulty: "the goods are faulty and may be dangerous in use",
      origin: "their origin is not clear",
      authority: "an authority has asked for it",
      other: "something is wrong with the goods",
    },
    advice: {
      stop_and_call: "Stop using it and call",
      keep_for_pickup: "Put it aside until somebody fetches it",
      bring_back: "Take it back to where it was received",
      throw_away: "Throw it away",
      check_label: "Read the label again before use",
    },
    please: {
      stop_and_call: "Please put the goods aside and call us.",
      keep_for_pickup: "Please put the goods aside; somebody will fetch them.",
      bring_back: "Please take the goods back to where you received them.",
      throw_away: "Please throw the goods away; do not let people or animals eat them.",
      check_label: "Please read the label again before you use them.",
    },
  },
}
