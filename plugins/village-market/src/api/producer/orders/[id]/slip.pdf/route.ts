import { page } from "../../../../../web/page"
import type { ProducerRequest } from "../../../../actors"
import { slipOf } from "../../papers"

export const GET = page<ProducerRequest>(async (req) => ({ file: await slipOf(req) }))
