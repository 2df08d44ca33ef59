import { page } from "../../../../web/page"
import { ownListing } from "../../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../../actors"
import { toRegistration } from "../product-request"
import { editPage } from "./edit-page"

export const GET = page<ProducerRequest>(
  async (req, page) =>
    toRegistration(req) ?? editPage(req, page, await ownListing(req.scope, req.producer.id, String(req.params.id))),
)
