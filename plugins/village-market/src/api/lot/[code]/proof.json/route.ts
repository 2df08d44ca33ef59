import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { lotCodeFrom } from "../../../../modules/traceability/lots/lot-code"
import { recordContext } from "../../../../modules/traceability/lots/lot-event"
import { readPublicLot } from "../../../../modules/traceability/lots/read-public-lot"
import { settingsOf } from "../../../../settings"

/**
 * The records of one lot with what it takes to check them, for anybody on any site: entry = SHA-256(salt ‖ JCS(record)),
 * leaf = SHA-256(0x00 ‖ entry), all in hexadecimal, `seq` is the line of the log. Without its salt a record is left out.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const code = lotCodeFrom(String(req.params.code))
  const lot = code ? await readPublicLot(pg, code) : undefined
  if (!lot) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  res.setHeader("access-control-allow-origin", "*")
  res.json({
    format: "village-market-lot-proof/1",
    code: lot.code,
    entry: "SHA-256(salt || JCS(record)), RFC 8785",
    leaf: "SHA-256(0x00 || entry), RFC 6962",
    "@context": recordContext(settingsOf(req.scope).publicUrl),
    records: lot.events.map(({ seq, recorded_at, record, salt, entry, leaf }) => ({
      seq,
      recorded_at,
      ...(salt ? { record, salt } : { erased: true }),
      entry,
      leaf,
    })),
  })
}
