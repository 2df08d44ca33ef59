import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"
import { communesOf, type OfficialArea } from "../modules/registry/official-area"

export type ListedPoint = Awaited<ReturnType<typeof listCollectionPoints>>[number]

/** The collection points of an area, or all of them, by commune and name. */
export async function listCollectionPoints(container: MedusaContainer, area?: OfficialArea) {
  const registry = container.resolve(REGISTRY)
  const own = area ? await registry.listCommunes(communesOf(area), { take: 1000 }) : undefined
  const points = await registry.listCollectionPoints(own ? { commune_code: own.map(({ code }) => code) } : {}, {
    take: 1000,
    order: { commune_code: "ASC", name: "ASC" },
  })
  const communes =
    own ?? (await registry.listCommunes({ code: points.map(({ commune_code }) => commune_code) }, { take: 1000 }))
  const names = new Map(communes.map(({ code, full_name }) => [code, full_name]))
  return points.map(({ id, commune_code, name, address, opening_hours, active, is_demo }) => ({
    ...{ id, commune_code, name, address, opening_hours, active, is_demo },
    commune: names.get(commune_code) ?? commune_code,
  }))
}

/** One point of the area; a point of another is answered as if there were none. */
export async function pointInArea(container: MedusaContainer, area: OfficialArea, id: string): Promise<ListedPoint> {
  const point = (await listCollectionPoints(container, area)).find((one) => one.id === id)
  if (!point) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  return point
}
