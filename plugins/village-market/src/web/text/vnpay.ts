const vi = {
  waitingTitle: "Đang chờ ngân hàng báo",
  waiting: "Chúng tôi đang chờ ngân hàng báo đã nhận tiền. Trang này tự xem lại sau vài giây, bạn không cần làm gì.",
  waitingLong:
    "Ngân hàng báo chậm hơn mọi khi. Nếu tiền đã trừ thì đơn sẽ tự có, không mất tiền. Bạn hãy xem lại sau ít phút.",
  doNotPayAgain: "Xin đừng thanh toán lần nữa.",
  lookAgain: "Xem lại",
  failedTitle: "Chưa thanh toán được",
  basketKept: "Giỏ hàng vẫn còn nguyên. Bạn có thể thử lại hoặc chọn cách trả khác.",
  toBasket: "Về giỏ hàng",
  reviewTitle: "Ngân hàng đang kiểm tra",
  review: (ref: string) =>
    `Ngân hàng đang kiểm tra khoản thanh toán này. Xin đừng thanh toán lần nữa. Chúng tôi sẽ xem và báo cho bạn. Mã thanh toán: ${ref}`,
  refundTitle: "Tiền sẽ được trả lại",
  refundWhy: {
    paid_twice: "Giỏ hàng này đã được trả bằng một khoản khác và đã thành đơn. Khoản này là trả thừa.",
    basket_changed: "Giỏ hàng đã đổi sau khi bạn mở trang thanh toán, nên khoản này không còn khớp.",
    order_failed: "Hàng vừa hết hoặc không còn bán, nên không lập được đơn hàng.",
  },
  refund: (amount: string, ref: string) =>
    `Chúng tôi đã nhận ${amount}. Tiền sẽ được trả lại cho bạn, bạn không cần làm gì. Mã thanh toán: ${ref}`,
  invalidTitle: "Không đọc được kết quả thanh toán",
  invalid:
    "Địa chỉ này không phải do VNPay gửi, hoặc đã bị đổi. Nếu bạn vừa thanh toán, tiền không mất: đơn hàng vẫn được lập khi ngân hàng báo.",
  standInTitle: "Cổng giả lập",
  standIn: "Đây là trang giả lập VNPay để thử nghiệm. Không có tiền thật nào được trừ.",
  amount: "Số tiền",
  info: "Nội dung",
  reference: "Mã thanh toán",
  method: "Cách trả (vnp_BankCode)",
  anyMethod: "không chọn trước",
  choices: {
    success: "Thanh toán thành công",
    cancel: "Thôi, không thanh toán (24)",
    failure: "Không đủ tiền (51)",
    fraud: "Bị nghi gian lận (07)",
  },
  problems: {
    checksum: "Sai chữ ký (checksum).",
    request: "Yêu cầu thanh toán thiếu hoặc sai thông tin.",
    expired: "Đã quá giờ thanh toán.",
  },
}

const en: typeof vi = {
  waitingTitle: "Waiting for the bank",
  waiting: "We are waiting for the bank to tell us it has the money. This page looks again in a few seconds by itself.",
  waitingLong:
    "The bank is slower than usual. If money was taken the order will follow by itself; nothing is lost. Please look again in a few minutes.",
  doNotPayAgain: "Please do not pay a second time.",
  lookAgain: "Look again",
  failedTitle: "Not paid",
  basketKept: "Your basket is as you left it. You can try again or choose another way to pay.",
  toBasket: "To the basket",
  reviewTitle: "The bank is checking",
  review: (ref) =>
    `The bank is checking this payment. Please do not pay a second time. We will look into it and tell you. Payment reference: ${ref}`,
  refundTitle: "Your money will be returned",
  refundWhy: {
    paid_twice: "This basket was paid by another payment and is an order already. This one was paid on top.",
    basket_changed: "The basket changed after you opened the payment page, so this payment no longer fits it.",
    order_failed: "The goods have just sold out or are no longer for sale, so no order could be placed.",
  },
  refund: (amount, ref) =>
    `We received ${amount}. The money will be returned to you; you need not do anything. Payment reference: ${ref}`,
  invalidTitle: "We cannot read the payment result",
  invalid:
    "This address was not sent by VNPay, or it was changed. If you have just paid, nothing is lost: the order is placed once the bank tells us.",
  standInTitle: "Stand-in gateway",
  standIn: "This page stands in for VNPay in tests. No real money is taken.",
  amount: "Amount",
  info: "Text",
  reference: "Payment reference",
  method: "Method (vnp_BankCode)",
  anyMethod: "not chosen before",
  choices: {
    success: "Pay",
    cancel: "Cancel (24)",
    failure: "Not enough money (51)",
    fraud: "Suspected fraud (07)",
  },
  problems: {
    checksum: "Wrong signature (checksum).",
    request: "The payment request lacks something or is wrong.",
    expired: "The time to pay is over.",
  },
}

export const vnpayText = { vi, en }
