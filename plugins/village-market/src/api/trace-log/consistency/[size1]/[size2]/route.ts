import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readConsistencyProof, readSize } from "../../../../../modules/traceability/log/read-tree"
import { fresh, immutable } from "../../../reply"

const SIZE = /^[1-9]\d{0,17}$/

/** RFC 6962 §2.1.2: the hashes, in base64, that show that the tree of `size2` lines begins with that of `size1`. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { size1 = "", size2 = "" } = req.params
  fresh(res)
  if (!SIZE.test(size1) || !SIZE.test(size2) || BigInt(size1) > BigInt(size2))
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Two sizes are needed, the smaller one first and at least 1")
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if ((await readSize(pg)) < BigInt(size2))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "The log has not so many lines")
  const hashes = await readConsistencyProof(pg, BigInt(size1), BigInt(size2))
  immutable(res)
  res.json({ size1, size2, hashes: hashes.map((hash) => hash.toString("base64")) })
}
