import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readStatement } from "../../../../../payments/statement/read-statement"
import { settingsOf } from "../../../../../settings"
import { csv } from "../../../../../web/csv"
import { statementDays } from "../days"

const HEAD = [
  ...["day", "means", "captured_vnd", "payments", "refunded_vnd", "returned_by_hand_vnd", "fees_vnd", "fees_known"],
  ...["not_in_an_order_vnd", "owed_to_buyers_vnd", "awaiting_transfer_vnd", "transfers_in_review_vnd"],
]

/** The statement for a spreadsheet, with its totals and how it stands against the order book. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { from, to, lines, totals, check } = await readStatement(pg, statementDays(req.query))
  const cells = (line: Omit<typeof totals, "net" | "payments_settled">) => [
    ...[line.captured, line.payments, line.refunded, line.by_hand, line.fees, line.fees_known ? "yes" : "not_yet"],
    ...[line.unplaced, line.owed, line.awaiting, line.in_review],
  ]
  const rows = [
    ...(settingsOf(req.scope).demo ? [["DỮ LIỆU THỬ NGHIỆM"]] : []),
    HEAD,
    ...lines.map((line) => [line.day, line.means, ...cells(line)]),
    ["total", "", ...cells(totals)],
    ["difference_to_order_book", "", check.captured.difference, "", check.returned.difference],
    ...check.orders.map(({ display_id, order_id, what, ours, medusa }) => [
      ...["order_differs", what, ours, medusa],
      ...[display_id, order_id],
    ]),
  ]
  res
    .type("text/csv; charset=utf-8")
    .setHeader("content-disposition", `attachment; filename="doi-soat-${from}-${to}.csv"`)
    .send(csv(rows))
}
