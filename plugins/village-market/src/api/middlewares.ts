import { defineMiddlewares } from "@medusajs/framework/http"
import { loginCodeMiddlewares } from "./login-code"
import { officialMiddlewares } from "./officials/middlewares"
import { pageMiddlewares } from "./pages"
import { producerMiddlewares } from "./producer/middlewares"

export default defineMiddlewares({
  routes: [...pageMiddlewares, ...loginCodeMiddlewares, ...officialMiddlewares, ...producerMiddlewares],
})
