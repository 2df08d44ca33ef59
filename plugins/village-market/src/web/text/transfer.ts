const vi = {
  title: "Chuyển khoản để chốt đơn",
  lead: "Mở ứng dụng ngân hàng, quét mã này rồi chuyển. Tiền tới nơi, trang này báo ngay.",
  qr: (amount: string, reference: string) => `Mã QR chuyển ${amount}, nội dung ${reference}`,
  amount: "Số tiền",
  bank: "Ngân hàng",
  account: "Số tài khoản",
  holder: "Chủ tài khoản",
  content: "Nội dung",
  until: "Chuyển trước",
  copy: "Chép",
  copied: "Đã chép",
  keep: "Xin giữ đúng số tiền và nội dung. Nhờ hai thứ đó, chợ biết tiền là của đơn này.",
  samePhone: "Đang xem bằng chính điện thoại của bạn? Lưu ảnh mã QR, rồi trong ứng dụng ngân hàng chọn quét mã từ ảnh.",
  save: "Lưu ảnh mã QR",
  lookAgain: "Tôi đã chuyển, xem lại",
  stand_in: "Mở ngân hàng thử nghiệm",
  held: "Hàng được giữ cho bạn tới lúc đó. Quá giờ mà chưa có tiền, đơn tự hủy.",
  late: "Đã hết giờ chuyển khoản, xin đừng chuyển nữa. Nếu bạn đã chuyển, tiền không mất: ban quản lý chợ xem và gọi cho bạn.",
  received: "Tiền đã tới. Chúng tôi đang báo cho nơi sản xuất.",
  looking: (amount: string) =>
    `Chợ đã nhận ${amount}, khác với số tiền của đơn. Ban quản lý chợ đang xem và sẽ gọi cho bạn.`,
}

const en: typeof vi = {
  title: "Transfer the money to confirm the order",
  lead: "Open your bank's app, scan this code and send. This page tells you as soon as the money is here.",
  qr: (amount, reference) => `QR code to transfer ${amount}, reference ${reference}`,
  amount: "Amount",
  bank: "Bank",
  account: "Account number",
  holder: "Account name",
  content: "Reference",
  until: "Transfer before",
  copy: "Copy",
  copied: "Copied",
  keep: "Please keep amount and reference as they are. They tell us that the money is for this order.",
  samePhone: "On the same phone? Save the QR code as a picture, then choose to scan from a picture in your bank's app.",
  save: "Save the QR code",
  lookAgain: "I have sent it, look again",
  stand_in: "Open the test bank",
  held: "The goods are kept for you until then. If the money has not come, the order is called off.",
  late: "The time to transfer is over, please do not send money any more. If you have sent it, it is not lost: we will look and call you.",
  received: "The money is here. We are telling the makers.",
  looking: (amount) =>
    `We have received ${amount}, which is not the amount of the order. We are looking into it and will call you.`,
}

export const transferText = { vi, en }
