import { page } from "../../../../web/page"
import type { ProducerRequest } from "../../../actors"
import { labelsOfMany } from "../papers"

export const GET = page<ProducerRequest>(async (req) => ({ file: await labelsOfMany(req) }))
