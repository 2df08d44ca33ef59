import { defineMiddlewares } from "@medusajs/framework/http"
import { hideSecretsInAccessLog } from "./access-log"
import { adminPaymentMiddlewares } from "./admin/payment-middlewares"
import { digitalLinkMiddlewares } from "./digital-link/middlewares"
import { epcisMiddlewares } from "./epcis/middlewares"
import { errorHandler } from "./error-handler"
import { sepayMiddlewares } from "./hooks/bank-transfer/sepay/middlewares"
import { stripeMiddlewares } from "./hooks/stripe/middlewares"
import { loginCodeMiddlewares } from "./login-code"
import { officialMiddlewares } from "./officials/middlewares"
import { pageMiddlewares } from "./pages"
import { diaryMiddlewares } from "./producer/diary/middlewares"
import { lotMiddlewares } from "./producer/lots/middlewares"
import { producerMiddlewares } from "./producer/middlewares"
import { orderMiddlewares } from "./producer/orders/middlewares"
import { productMiddlewares } from "./producer/products/middlewares"
import { stockRouteMiddlewares } from "./stock-routes"
import { storeOrderMiddlewares } from "./store/producer-orders/middlewares"
import { storeCouponMiddlewares } from "./store-coupons"
import { storePaymentMiddlewares } from "./store-payments"
import { storeProductMiddlewares } from "./store-product-listing"
import { storeShippingMiddlewares } from "./store-shipping-options"
import { traceLogMiddlewares } from "./trace-log/middlewares"
import { uploadMiddlewares } from "./uploads"

// Before the first request: Medusa reads this file while it starts.
hideSecretsInAccessLog()

export default defineMiddlewares({
  errorHandler,
  routes: [
    ...pageMiddlewares,
    ...digitalLinkMiddlewares,
    ...adminPaymentMiddlewares,
    ...stockRouteMiddlewares,
    ...stripeMiddlewares,
    ...loginCodeMiddlewares,
    ...officialMiddlewares,
    ...producerMiddlewares,
    ...diaryMiddlewares,
    ...lotMiddlewares,
    ...orderMiddlewares,
    ...productMiddlewares,
    ...storeCouponMiddlewares,
    ...storeOrderMiddlewares,
    ...storePaymentMiddlewares,
    ...storeProductMiddlewares,
    ...storeShippingMiddlewares,
    ...epcisMiddlewares,
    ...sepayMiddlewares,
    ...traceLogMiddlewares,
    ...uploadMiddlewares,
  ],
})
