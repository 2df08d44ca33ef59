const vi = {
  title: "Mã GTIN (mã số mã vạch GS1)",
  lead: "Chỉ dành cho hộ, hợp tác xã đã được GS1 Việt Nam cấp mã doanh nghiệp. Chưa có mã cũng không sao: tem QR của chợ vẫn dùng được.",
  now: (gtin: string) => `Sản phẩm này đang mang mã ${gtin}.`,
  label: "Mã GTIN của sản phẩm",
  hint: "13 số dưới mã vạch. Muốn bỏ mã thì xóa trống rồi lưu.",
  save: "Lưu mã GTIN",
  prefixes: "Mã doanh nghiệp của bạn",
  status: { unverified: "đang chờ xem giấy", verified: "đã xác nhận", refused: "giấy không được nhận" },
  prefixLabel: "Mã doanh nghiệp GS1",
  prefixHint: "Dãy số in trên giấy chứng nhận, thường bắt đầu bằng 893.",
  paperLabel: "Ảnh giấy chứng nhận",
  paperHint: "Chụp rõ tên và mã. Chỉ cán bộ và người vận hành chợ xem được.",
  send: "Gửi giấy chứng nhận",
  gtinLength: "Mã GTIN có 12, 13 hoặc 14 số. Xin nhập lại.",
  gtinCheck: "Số cuối không khớp. Xin xem lại từng số dưới mã vạch.",
  gtinShort: "Mã 8 số không cho biết thuộc về ai, nên chợ chưa nhận.",
  gtinRestricted: "Số này không phải mã hàng riêng của một doanh nghiệp, nên không dùng được.",
  gtinUnproved: "Bạn chưa có mã doanh nghiệp GS1 được xác nhận. Xin gửi giấy chứng nhận trước.",
  gtinForeign: "Mã này không thuộc mã doanh nghiệp của bạn, nên không dùng được.",
  gtinTaken: "Mã này đang dùng cho một sản phẩm khác.",
  prefixLength: "Mã doanh nghiệp có từ 4 đến 12 số. Xin nhập lại.",
}

const en: typeof vi = {
  title: "GTIN (GS1 bar code number)",
  lead: "Only for households and cooperatives that hold a company prefix of GS1. Without one nothing is lost: the market's own QR labels work.",
  now: (gtin) => `This product bears ${gtin}.`,
  label: "GTIN of the product",
  hint: "The 13 digits under the bar code. Leave it empty and save to take it off.",
  save: "Save the GTIN",
  prefixes: "Your company prefixes",
  status: { unverified: "paper not looked at yet", verified: "confirmed", refused: "paper not accepted" },
  prefixLabel: "GS1 company prefix",
  prefixHint: "The digits on the certificate, usually beginning with 893.",
  paperLabel: "Photo of the certificate",
  paperHint: "Name and number must be readable. Only officials and the operator see it.",
  send: "Send the certificate",
  gtinLength: "A GTIN has 12, 13 or 14 digits. Please try again.",
  gtinCheck: "The last digit does not fit. Please check every digit under the bar code.",
  gtinShort: "Eight digits do not show whose number it is, so it cannot be taken.",
  gtinRestricted: "This is not a number of one company's goods, so it cannot be used.",
  gtinUnproved: "You have no confirmed GS1 company prefix yet. Please send the certificate first.",
  gtinForeign: "This number does not lie under your company prefix, so it cannot be used.",
  gtinTaken: "Another product bears this number.",
  prefixLength: "A company prefix has 4 to 12 digits. Please try again.",
}

/** Numbers of GS1 on the page of a product. */
export const gtinText = { vi, en }

/** The sentence of a refusal; anything else is given back as it is. */
export const gtinRefusal = (lang: "vi" | "en", why: string) => {
  const sentence = Object.entries(gtinText[lang]).find(([key]) => key === why)?.[1]
  return typeof sentence === "string" ? sentence : why
}
