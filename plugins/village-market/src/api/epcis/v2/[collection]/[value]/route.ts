import type { MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../answer"
import { collectionOf } from "../../../collection"
import type { EpcisRequest } from "../../../front"

/** What can be asked of it. Whether there is such a thing is not told here: its events tell. */
export const GET = (req: EpcisRequest, res: MedusaResponse) => answer(req, res, collectionOf(["events"]))
