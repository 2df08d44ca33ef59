import { page } from "../../../web/page"
import { lotPage } from "../lot-page"

/** What a QR opens. */
export const GET = page((req, page) => lotPage(req, page))
