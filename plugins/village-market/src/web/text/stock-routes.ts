import type { Language } from "../language"

/** What Medusa's own route answers where it would go behind our back: why not here, and where instead. */
const vi = {
  order:
    "Mỗi đơn ở chợ gồm một phần cho mỗi nhà sản xuất, nên không sửa ở đây. Gói hàng, giao hàng, huỷ: nhà sản xuất làm ở /producer/orders. Huỷ và trả hàng: người mua làm ở trang đơn của mình, /market/orders/{mã đơn}.",
  newOrder:
    "Đơn lập ở đây sẽ không có phần nào cho nhà sản xuất. Đơn khách gọi điện xin ghi ở /app/phone-orders, hoặc nhà sản xuất ghi ở /producer/orders/new.",
  money:
    "Tiền trả lại người mua được ghi và theo dõi ở /app/refunds. Tiền mặt do nhà sản xuất ghi khi giao hàng, ở /producer/orders.",
  goods:
    "Sản phẩm này do nhà sản xuất tự đăng. Tên và lời giới thiệu thì sửa được ở đây; giá, số lượng, ảnh, ẩn hay hiện thì nhà sản xuất sửa ở /producer/products. Muốn dừng bán cả cửa hàng, xin tạm ngưng nhà sản xuất ở /app/producers.",
  otherLocation:
    "Hàng của một nhà sản xuất chỉ được ghi ở kho của chính nhà đó, nếu không đơn hàng sẽ lấy nhầm kho. Nhà sản xuất ghi số lượng ở /producer/products.",
  store:
    "Kho và cách giao hàng này là của một nhà sản xuất, do cửa hàng tự lập và tự giữ. Giá giao hàng sửa ở /app/shipping-rates, nhà sản xuất xem ở /app/producers.",
  reserved:
    "Số hàng này được giữ cho một đơn. Nó tự đổi khi nhà sản xuất giao hay huỷ phần của mình, ở /producer/orders.",
  coupon:
    "Mã giảm giá được tạo và ngừng ở /app/coupons, nơi ghi rõ ai chịu tiền giảm; nhà sản xuất làm ở /producer/coupons. Tạo rồi thì chỉ ngừng được, không sửa được.",
  fraction:
    "Tổng tiền của giỏ hàng này lẻ dưới một đồng, nên chưa trả được. Xin báo người quản lý chợ; chưa có khoản tiền nào bị thu.",
  workflow:
    "Không chạy thẳng quy trình từ đây, vì sẽ bỏ qua các bước kiểm tra. Xin dùng các trang /app/producers, /app/officials và /app/refunds.",
}

const en: typeof vi = {
  order:
    "An order of this market has one part per producer, so it is not changed here. Packing, handing over and cancelling: the producer, at /producer/orders. Cancelling and returning: the buyer, on the page of the order, /market/orders/{order}.",
  newOrder:
    "An order made here would have no part for any producer. Please write down what a buyer orders by phone at /app/phone-orders; a producer does so at /producer/orders/new.",
  money:
    "Money that goes back to buyers is recorded and followed at /app/refunds. Cash is recorded by the producer at hand-over, at /producer/orders.",
  goods:
    "A producer posted this product. Its title and description can be corrected here; price, stock, photos, hiding and showing are the producer's, at /producer/products. To stop a whole shop, suspend the producer at /app/producers.",
  otherLocation:
    "A producer's goods are stocked at that producer's own location only, or orders would take them from the wrong place. The producer counts them at /producer/products.",
  store:
    "This stock location or way of shipping belongs to a producer and is kept by the shop itself. Prices of delivery are set at /app/shipping-rates; see the producer at /app/producers.",
  reserved:
    "These goods are held for an order. That changes by itself when the producer hands over or cancels its part, at /producer/orders.",
  coupon:
    "Coupons are made and stopped at /app/coupons, where it is said who funds them; a producer does so at /producer/coupons. Once made, a coupon can be stopped and not changed.",
  fraction:
    "The sum of this basket is not a whole amount of đồng, so it cannot be paid yet. Please tell the market; no money has been taken.",
  workflow:
    "Workflows are not run directly, since that would skip what our pages check. Please use /app/producers, /app/officials and /app/refunds.",
}

export const stockRouteText: Record<Language, typeof vi> = { vi, en }
export type StockRouteTopic = keyof typeof vi
