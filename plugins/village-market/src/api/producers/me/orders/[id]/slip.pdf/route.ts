import type { MedusaResponse } from "@medusajs/framework/http"
import { sendFile } from "../../../../../../web/page"
import type { ProducerRequest } from "../../../../../actors"
import { slipOf } from "../../../../../producer/orders/papers"

export const GET = async (req: ProducerRequest, res: MedusaResponse) => sendFile(res, await slipOf(req))
