import { defineMiddlewares } from "@medusajs/framework/http"
import { loginCodeMiddlewares } from "./login-code"
import { pageMiddlewares } from "./pages"
import { producerMiddlewares } from "./producer/middlewares"

export default defineMiddlewares({ routes: [...pageMiddlewares, ...loginCodeMiddlewares, ...producerMiddlewares] })
