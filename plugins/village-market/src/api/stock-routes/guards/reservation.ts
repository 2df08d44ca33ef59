import type { Guard } from "../verdict"
import { fieldOf, idsIn, rows } from "./rows"

/** What an order holds is not touched; an operator may hold goods back for reasons of its own. */
export const notOfAnOrder: Guard = async (req) => {
  if (fieldOf(req.body, "line_item_id")) return "reserved"
  const held = await rows(
    req,
    "select 1 from reservation_item where id = any(:ids) and line_item_id is not null and deleted_at is null limit 1",
    { ids: idsIn(req) },
  )
  return held.length > 0 ? "reserved" : undefined
}
