import { page } from "../../../../web/page"
import { lotPage } from "../../lot-page"

/** What the QR of a single piece opens: its lot, once the number is known to be one of that lot. */
export const GET = page((req, page) => lotPage(req, page, String(req.params.serial)))
