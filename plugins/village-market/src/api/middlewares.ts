import { defineMiddlewares } from "@medusajs/framework/http"
import { pageMiddlewares } from "./pages"

export default defineMiddlewares({ routes: [...pageMiddlewares] })
