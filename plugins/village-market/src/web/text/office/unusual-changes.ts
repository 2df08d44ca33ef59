const vi = {
  nav: "Lô nhiều hơn thường",
  title: "Lô làm ra nhiều hơn mức thường gặp",
  lead: "Hộ trong địa bàn đã ghi số hàng làm ra nhiều hơn mức ước tính từ nguyên liệu, kèm lý do. Chưa chắc đã sai, nhưng đáng hỏi thăm.",
  none: "Chưa có lô nào như vậy.",
  inputs: "Đã dùng",
  outputs: "Làm ra",
  reason: "Lý do",
  recorded: (when: string) => `Ghi lúc ${when}`,
  later: "Mới hơn",
  earlier: "Cũ hơn",
}

const en: typeof vi = {
  nav: "Lots above the usual",
  title: "Lots with more than the usual yield",
  lead: "Households of the area noted more goods than the material is estimated to give, with a reason. That need not be wrong, but is worth a question.",
  none: "There is no such lot yet.",
  inputs: "Used",
  outputs: "Made",
  reason: "Reason",
  recorded: (when) => `Noted ${when}`,
  later: "Newer",
  earlier: "Older",
}

export const unusualChanges = { vi, en }
