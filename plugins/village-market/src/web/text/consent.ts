/**
 * What a household agrees to before anything about it is stored (Law 91/2025/QH15 on personal data protection, articles on consent).
 * A change of the text below needs a new version; `consent.spec.ts` holds the two together.
 */
export const CONSENT_VERSION = "2026-11-24"

const vi = {
  title: "Trước khi đăng ký, xin đọc",
  lead: "Đăng ký gian hàng thì chúng tôi lưu những điều dưới đây. Ngoài ra không lưu gì thêm.",
  parts: [
    {
      heading: "Chúng tôi lưu gì",
      lines: [
        "Số điện thoại, để bạn vào gian hàng và để chúng tôi báo tin.",
        "Tên gian hàng, xã, làng nghề, nghề và món hàng của bạn.",
        "Giấy tờ bạn gửi và mã số thuế, nếu bạn khai. Mã số thuế được mã hóa.",
        "Tên và số của người giúp bạn, nếu bạn muốn có người giúp.",
      ],
    },
    {
      heading: "Người mua thấy gì",
      lines: [
        "Tên gian hàng, xã, làng nghề, sản phẩm và lời giới thiệu của bạn.",
        "Người mua không thấy số điện thoại, mã số thuế, giấy tờ hay tên người giúp bạn.",
      ],
    },
    {
      heading: "Cán bộ thấy gì",
      lines: [
        "Cán bộ xã và tỉnh thấy hồ sơ và giấy tờ, để duyệt gian hàng và giúp bạn.",
        "Tỉnh thấy doanh số chung của cả xã, cả tỉnh. Doanh số riêng của bạn không được công bố.",
      ],
    },
    {
      heading: "Quyền của bạn",
      lines: ["Bạn được xem và sửa hồ sơ bất cứ lúc nào. Muốn thôi bán và xóa hồ sơ, xin gọi số hỗ trợ ở cuối trang."],
    },
  ],
  agree: "Tôi đã đọc và đồng ý",
  agreeMissing: "Muốn đăng ký, xin đánh dấu vào ô đồng ý.",
  phoneTitle: "Số điện thoại của bạn",
  phoneLead: "Chúng tôi gửi tin nhắn có mã 6 số, để biết chắc đây là số của bạn.",
  noThanks: "Thôi, để sau",
}

const en: typeof vi = {
  title: "Please read before you register",
  lead: "When you register a shop we store what is written below, and nothing else.",
  parts: [
    {
      heading: "What we store",
      lines: [
        "Your phone number, so that you can enter your shop and we can send you news.",
        "The name of your shop, your commune, craft village, craft and goods.",
        "Papers you send and your tax code, if you give it. The tax code is encrypted.",
        "Name and number of a helper, if you want one.",
      ],
    },
    {
      heading: "What buyers see",
      lines: [
        "The name of your shop, its commune and craft village, your products and what you tell about yourself.",
        "Buyers do not see your phone number, tax code, papers or the name of your helper.",
      ],
    },
    {
      heading: "What officials see",
      lines: [
        "Officials of the commune and the province see your file and papers, to approve the shop and to help you.",
        "The province sees sales of a whole commune or of the whole province. Your own sales are not published.",
      ],
    },
    {
      heading: "Your rights",
      lines: [
        "You may read and change your file at any time. To stop selling and have it deleted, call the number at the foot of the page.",
      ],
    },
  ],
  agree: "I have read this and agree",
  agreeMissing: "To register, please tick the box to agree.",
  phoneTitle: "Your phone number",
  phoneLead: "We send a message with a code of 6 digits, to be sure that this number is yours.",
  noThanks: "Not now",
}

export const consent = { vi, en }
