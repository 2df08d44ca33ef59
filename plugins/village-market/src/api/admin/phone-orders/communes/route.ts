import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../../../modules/registry"
import { readBody } from "../../../read-body"

const Asked = z.object({
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
})

/** Provinces to choose from; with `?province=` also its communes. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { province } = readBody(Asked, req.query)
  const registry = req.scope.resolve(REGISTRY)
  const provinces = await registry.listProvinces({}, { take: 100, select: ["code", "name"] })
  const communes = province
    ? await registry.listCommunes({ province_code: province }, { take: 1000, select: ["code", "full_name"] })
    : []
  const byName = new Intl.Collator("vi").compare
  res.json({
    provinces: provinces.map(({ code, name }) => ({ code, name })).sort((a, b) => byName(a.name, b.name)),
    communes: communes.map(({ code, full_name }) => ({ code, name: full_name })).sort((a, b) => byName(a.name, b.name)),
  })
}
