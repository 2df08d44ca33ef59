import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { logKeyOf } from "../../../../modules/traceability/log/log-key"
import { readLineProof, readLotProof } from "../../../../modules/traceability/log/lot-proof"
import { lotCodeFrom } from "../../../../modules/traceability/lots/lot-code"
import { recordContext } from "../../../../modules/traceability/lots/lot-event"
import { settingsOf } from "../../../../settings"
import { fresh, text } from "../../reply"

const LINE = /^(0|[1-9]\d{0,17})\.tlog-proof$/

/** `{lot code}`: the lot's records, each with what it takes to check it. `{index}.tlog-proof`: the proof of one line. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const name = String(req.params.name)
  const [, index] = LINE.exec(name) ?? []
  fresh(res)
  if (index === undefined) return sendLot(req, res, name)
  const proof = await readLineProof(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), BigInt(index))
  text(res, proof ? 200 : 404, proof ?? "No checkpoint covers this line\n")
}

async function sendLot(req: MedusaRequest, res: MedusaResponse, name: string) {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const settings = settingsOf(req.scope)
  const key = logKeyOf(settings)
  const code = lotCodeFrom(name)
  const found = code ? await readLotProof(pg, key, code) : undefined
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Không có lô hàng này")
  res.json({
    format: "village-market-lot-proof/2",
    code,
    entry: "SHA-256(salt || JCS(record)), RFC 8785",
    leaf: "SHA-256(0x00 || entry), RFC 6962",
    "@context": recordContext(settings.publicUrl),
    origin: key?.origin,
    vkey: key?.vkey,
    ...found,
  })
}
