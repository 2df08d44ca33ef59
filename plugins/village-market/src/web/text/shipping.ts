const vi = {
  weight: (weight: string) => `Cả phần này nặng khoảng ${weight}.`,
  delivery: "Giao tận nơi",
  area: {
    same_commune: "cùng xã, phường với bạn",
    same_province: "cùng tỉnh với bạn",
    same_region: "khác tỉnh, cùng miền với bạn",
    nationwide: "khác miền",
  },
  comesFrom: (commune: string, area: string) => `Gửi từ ${commune}, ${area}.`,
  truck: "Hàng nặng phải thuê xe: nhà sản xuất gọi bạn để hẹn ngày giao.",
  pickup: (commune: string) => `Đến lấy tại nơi sản xuất, ${commune}`,
  pickupHint: "Nhà sản xuất sẽ gọi bạn để hẹn giờ và chỉ đường.",
  point: (name: string) => `Nhận tại ${name}`,
  pointHint: (address: string, hours: string) => `${address}. Mở cửa: ${hours}.`,
  free: "miễn phí",
  tooHeavy:
    "Hàng nặng quá mức cước có sẵn nên chưa giao tận nơi được. Xin gọi số ở cuối trang để chúng tôi hỏi nhà sản xuất giúp, hoặc bạn đến lấy.",
  noRate:
    "Chưa có cước giao tận nơi tới chỗ bạn. Xin gọi số ở cuối trang để chúng tôi hỏi nhà sản xuất giúp, hoặc bạn đến lấy.",
  asked: (price: string) => `Giao tới địa chỉ của bạn: ${price}. Đến lấy thì miễn phí.`,
  from: (price: string) => `Tiền giao hàng từ ${price}, tuỳ nơi nhận. Đến lấy thì miễn phí.`,
  fromTooHeavy: "Hàng nặng quá mức cước có sẵn: xin gọi số ở cuối trang để hỏi cách gửi, hoặc bạn đến lấy.",
  sum: "Nếu nhận hàng theo các cách đang chọn",
  changed: "Tiền giao hàng vừa được tính lại. Xin xem số tiền mới rồi hãy đặt hàng.",
}

const en: typeof vi = {
  weight: (weight) => `This part weighs about ${weight}.`,
  delivery: "Delivered to you",
  area: {
    same_commune: "the same commune as yours",
    same_province: "the same province as yours",
    same_region: "another province of your region",
    nationwide: "another region",
  },
  comesFrom: (commune, area) => `Sent from ${commune}, ${area}.`,
  truck: "Heavy goods go by truck: the maker calls you to agree the day.",
  pickup: (commune) => `Collected from the maker, ${commune}`,
  pickupHint: "The maker calls you to agree the time and tell you the way.",
  point: (name) => `Collected at ${name}`,
  pointHint: (address, hours) => `${address}. Open: ${hours}.`,
  free: "free",
  tooHeavy:
    "These goods are too heavy for the rates we have. Please call the number below and we shall ask the maker, or collect them.",
  noRate:
    "There is no rate to your place yet. Please call the number below and we shall ask the maker, or collect the goods.",
  asked: (price) => `To your address: ${price}. Free if you collect.`,
  from: (price) => `Delivery from ${price}, depending on the place. Free if you collect.`,
  fromTooHeavy: "Too heavy for the rates we have: please call the number below, or collect.",
  sum: "If you receive everything as chosen now",
  changed: "The price of delivery has just been worked out again. Please look at the new total before you order.",
}

export const shipping = { vi, en }
