/** vnp_OrderInfo as VNPay wants it: no diacritics, no special characters, 1–255 characters. */
export const orderInfo = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/[ĐÐ]/g, "D")
    .replace(/[^A-Za-z0-9 .,:_-]+/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, 255)
    .trim() || "Thanh toan"
