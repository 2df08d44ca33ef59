const vi = {
  paymentReviews: "Thanh toán cần xem",
  paymentReviewsLead:
    "VNPay nói tiền có thể đã bị trừ, nhưng không gọi là đã trả (mã 07, 04). Chưa có đơn nào được lập và chưa có gì bị hủy. Hãy xem bằng chứng, hỏi VNPay, rồi quyết định. Đã quyết định thì không đổi được.",
  noPaymentReviews: "Không có khoản nào cần xem.",
  reviewOpen: "Cần quyết định",
  reviewCame: "Tiền đã về",
  reviewNotCame: "Tiền không về",
  reviewSuperseded: "Giỏ hàng đã đổi: nếu tiền đã về thì sẽ trả lại người mua.",
  reviewBuyer: "Người mua",
  reviewBasket: "Giỏ hàng",
  reviewOrder: "Đơn hàng",
  reviewWords: "VNPay đã nói",
  reviewFrom: { notice: "VNPay báo", answer: "VNPay trả lời khi được hỏi" },
  reviewNumber: "mã giao dịch {{no}}",
  reviewAsk: "Hỏi VNPay bây giờ",
  reviewAsked: {
    recorded: "VNPay đã trả lời, xem dòng cuối.",
    nothing: "VNPay không biết khoản thanh toán này.",
    silent: "Không có câu trả lời tin được: {{why}}",
  },
  reviewReason: "Lý do, căn cứ vào đâu",
  reviewTransactionNo: "Mã giao dịch của VNPay",
  reviewDecideCame: "Tiền đã về, lập đơn",
  reviewDecideNotCame: "Tiền không về, hủy khoản này",
  reviewDecided: "{{decision}}: {{by}}, {{at}}. {{reason}}",
}

const en: typeof vi = {
  paymentReviews: "Payments to look at",
  paymentReviewsLead:
    "VNPay says that money may have been taken, but does not call it paid (codes 07, 04). No order was placed and nothing was written off. Look at the evidence, ask VNPay, then decide. A decision cannot be changed.",
  noPaymentReviews: "There is nothing to look at.",
  reviewOpen: "To be decided",
  reviewCame: "The money came",
  reviewNotCame: "No money came",
  reviewSuperseded: "The basket has changed: if the money came it will go back to the buyer.",
  reviewBuyer: "Buyer",
  reviewBasket: "Basket",
  reviewOrder: "Order",
  reviewWords: "What VNPay has said",
  reviewFrom: { notice: "VNPay's notice", answer: "VNPay's answer when asked" },
  reviewNumber: "transaction {{no}}",
  reviewAsk: "Ask VNPay now",
  reviewAsked: {
    recorded: "VNPay has answered, see the last line.",
    nothing: "VNPay knows of no such payment.",
    silent: "No answer that can be believed: {{why}}",
  },
  reviewReason: "Reason, and what it rests on",
  reviewTransactionNo: "VNPay's transaction number",
  reviewDecideCame: "The money came, place the order",
  reviewDecideNotCame: "No money came, write it off",
  reviewDecided: "{{decision}}: {{by}}, {{at}}. {{reason}}",
}

export const paymentReviews = { vi, en }
