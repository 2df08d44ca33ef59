import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { REGISTRY } from "../../../modules/registry"
import { createOfficialWorkflow, NewOfficial } from "../../../workflows/create-official"
import { readBody } from "../../read-body"
import { byOperator } from "../operator"

/** A password is made, never chosen: it must not be one that somebody uses elsewhere. */
const Body = NewOfficial.omit({ password: true })

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const registry = req.scope.resolve(REGISTRY)
  const [officials, count] = await registry.listAndCountOfficials({}, { take: 200, order: { name: "ASC" } })
  const codes = (kind: string) =>
    officials.filter(({ area_kind }) => area_kind === kind).map(({ area_code }) => area_code)
  const [provinces, communes] = await Promise.all([
    registry.listProvinces({ code: codes("province") }, { take: 200 }),
    registry.listCommunes({ code: codes("commune") }, { take: 200 }),
  ])
  const names = new Map([...provinces, ...communes].map(({ code, full_name }) => [code, full_name]))
  res.json({
    count,
    officials: officials.map(({ id, email, name, area_kind, area_code, active, created_at }) => ({
      ...{ id, email, name, area_kind, area_code, active, created_at },
      area: names.get(area_code) ?? area_code,
    })),
  })
}

/** Makes an official; the answer is the only place its password is ever shown. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const input = { ...readBody(Body, req.body), actor: await byOperator(req) }
  const { result } = await createOfficialWorkflow(req.scope).run({ input })
  res.status(201).json({ official: { id: result.official_id, email: result.email }, password: result.password })
}
