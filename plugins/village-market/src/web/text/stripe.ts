const vi = {
  waitingTitle: "Đang chờ Stripe báo",
  waiting: "Chúng tôi đang chờ Stripe báo đã nhận tiền. Trang này tự xem lại sau vài giây, bạn không cần làm gì.",
  waitingLong:
    "Stripe báo chậm hơn mọi khi. Nếu tiền đã trừ thì đơn sẽ tự có, không mất tiền. Bạn hãy xem lại sau ít phút.",
  doNotPayAgain: "Xin đừng thanh toán lần nữa.",
  lookAgain: "Xem lại",
  failedTitle: "Chưa thanh toán được",
  failed: "Stripe chưa nhận được khoản thanh toán này. Chưa trừ đồng nào.",
  expired: "Đã quá giờ thanh toán. Chưa trừ đồng nào.",
  cancelledTitle: "Bạn đã thôi thanh toán",
  cancelled: "Chưa trừ đồng nào.",
  cancelledUnheard:
    "Stripe chưa trả lời, nên chưa rõ tiền đã trừ hay chưa. Nếu bạn đã trả thì xin đừng trả lần nữa: đơn sẽ tự có, hoặc tiền được trả lại.",
  supersededTitle: "Lần thanh toán này đã thôi",
  superseded: "Giỏ hàng đã đổi, nên lần thanh toán này không còn dùng nữa. Nếu tiền đã trừ, tiền sẽ được trả lại.",
  basketKept: "Giỏ hàng vẫn còn nguyên. Bạn có thể thử lại hoặc chọn cách trả khác.",
  toPayment: "Chọn lại cách trả",
  toBasket: "Về giỏ hàng",
  reviewTitle: "Khoản thanh toán đang được xem lại",
  review: (ref: string) =>
    `Khoản tiền Stripe báo không khớp với đơn hàng. Xin đừng thanh toán lần nữa. Chúng tôi sẽ xem và báo cho bạn. Mã thanh toán: ${ref}`,
  refundTitle: "Tiền sẽ được trả lại",
  refund: (amount: string, ref: string) =>
    `Chúng tôi đã nhận ${amount} nhưng không lập được đơn hàng cho khoản này. Tiền sẽ được trả lại vào thẻ của bạn. Mã thanh toán: ${ref}`,
  invalidTitle: "Không đọc được kết quả thanh toán",
  invalid:
    "Địa chỉ này không đầy đủ, hoặc đã bị đổi. Nếu bạn vừa thanh toán, tiền không mất: đơn hàng vẫn được lập khi Stripe báo.",
  standInTitle: "Stripe giả lập",
  standIn: "Đây là trang giả lập Stripe để thử nghiệm. Trang này không nhận số thẻ, và không có tiền thật nào bị trừ.",
  amount: "Số tiền",
  reference: "Mã thanh toán",
  choices: {
    pay: "Trả bằng thẻ thử nghiệm",
    declined: "Thẻ bị từ chối",
    cancel: "Thôi, quay lại cửa hàng",
  },
  declined: "Thẻ bị từ chối. Bạn thử thẻ khác, hoặc quay lại cửa hàng.",
  closed: "Lần thanh toán này đã xong hoặc đã hết giờ.",
}

const en: typeof vi = {
  waitingTitle: "Waiting for Stripe",
  waiting: "We are waiting for Stripe to tell us it has the money. This page looks again in a few seconds by itself.",
  waitingLong:
    "Stripe is slower than usual. If money was taken the order will follow by itself; nothing is lost. Please look again in a few minutes.",
  doNotPayAgain: "Please do not pay a second time.",
  lookAgain: "Look again",
  failedTitle: "Not paid",
  failed: "Stripe did not receive this payment. Nothing was taken.",
  expired: "The time to pay ran out. Nothing was taken.",
  cancelledTitle: "You cancelled the payment",
  cancelled: "Nothing was taken.",
  cancelledUnheard:
    "Stripe has not answered, so we do not know yet whether money was taken. If you did pay, please do not pay again: the order will follow by itself, or the money is returned.",
  supersededTitle: "This payment was called off",
  superseded: "The basket changed, so this payment is no longer used. If money was taken, it will be returned.",
  basketKept: "Your basket is as you left it. You can try again or choose another way to pay.",
  toPayment: "Choose how to pay",
  toBasket: "To the basket",
  reviewTitle: "The payment is being looked into",
  review: (ref) =>
    `The amount Stripe told us does not fit the order. Please do not pay a second time. We will look into it and tell you. Payment reference: ${ref}`,
  refundTitle: "Your money will be returned",
  refund: (amount, ref) =>
    `We received ${amount} but could not place an order for it. The money will be returned to your card. Payment reference: ${ref}`,
  invalidTitle: "We cannot read the payment result",
  invalid:
    "This address is incomplete, or it was changed. If you have just paid, nothing is lost: the order is placed once Stripe tells us.",
  standInTitle: "Stripe stand-in",
  standIn: "This page stands in for Stripe in tests. It takes no card number, and no real money is taken.",
  amount: "Amount",
  reference: "Payment reference",
  choices: {
    pay: "Pay with a test card",
    declined: "The card is declined",
    cancel: "Cancel, back to the shop",
  },
  declined: "The card was declined. Try another card, or go back to the shop.",
  closed: "This payment is finished, or its time is over.",
}

export const stripeText = { vi, en }
