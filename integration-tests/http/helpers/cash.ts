import { asBuyer, keyOf } from "./buyer"

/** Cash that was paid in full with nothing to show for it: for tests that are about something else. */
export const CASH_PAID = { proof: { kind: "none" as const, reason: "đưa tận tay" } }
/** The same as a form tells of it. */
export const CASH_FORM = { cash_collected: "yes", cash_no_proof: "đưa tận tay" }

/** The code the buyer of a part reads on the order's page. */
export async function cashCodeOf(part: { id: string; order_id: string }): Promise<string> {
  const { body } = await asBuyer(part.order_id, await keyOf(part.order_id))("get").expect(200)
  return body.order.parts.find(({ id }: { id: string }) => id === part.id).cash_code
}
