import { page } from "../../../../../web/page"
import type { ProducerRequest } from "../../../../actors"
import { labelOf } from "../../papers"

export const GET = page<ProducerRequest>(async (req) => ({ file: await labelOf(req) }))
