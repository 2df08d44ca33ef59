import type { MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { readStatistics } from "../../../../office/read-statistics"
import { settingsOf } from "../../../../settings"
import { csv } from "../../../../web/csv"
import type { OfficialRequest } from "../../../actors"
import { readBody } from "../../../read-body"

const Asked = z.object({ by: z.enum(["commune", "village"]).default("commune"), month: z.string().optional() })

/** The same table as the page, for a spreadsheet; hidden cells are empty and say so in `status`. */
export const GET = async (req: OfficialRequest, res: MedusaResponse) => {
  const { by, month } = readBody(Asked, req.query)
  const table = await readStatistics(req.scope, req.official, month)
  const rows = table[by].map((row) =>
    row.hidden
      ? [row.month, row.code, row.name, null, null, null, "hidden_fewer_than_3"]
      : [row.month, row.code, row.name, row.net, row.sellers, row.cashless_share, "shown"],
  )
  const head = ["month", by, "name", "net_revenue_vnd", "selling_households", "cashless_share", "status"]
  const warning = settingsOf(req.scope).demo ? [["DỮ LIỆU THỬ NGHIỆM"]] : []
  res
    .type("text/csv; charset=utf-8")
    .setHeader("content-disposition", `attachment; filename="doanh-thu-qua-san-${by}.csv"`)
    .send(csv([...warning, head, ...rows]))
}
