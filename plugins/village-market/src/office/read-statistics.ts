import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { REGISTRY } from "../modules/registry"
import type { Official } from "../modules/registry/models/official"
import { STATISTICS } from "../modules/statistics"
import { showCell } from "../modules/statistics/hide-small-cells"
import { carryJournalWorkflow } from "../workflows/carry-journal"

export type StatisticsTable = Awaited<ReturnType<typeof readStatistics>>
export type PlaceKind = "commune" | "village"

/**
 * The figures of an official's area, of this minute: what the journal holds is carried over first. The area's total is
 * shown to the province as it is; a commune's total is a breakdown of the province's and keeps the rule of its cell.
 */
export async function readStatistics(
  container: MedusaContainer,
  official: InferTypeOf<typeof Official>,
  month?: string,
) {
  await carryJournalWorkflow(container).run({ input: {} })
  const statistics = container.resolve(STATISTICS)
  const commune = official.area_kind === "commune" ? official.area_code : undefined
  const known = await statistics.months()
  const months = month && known.includes(month) ? [month] : known
  const [total, communes, villages, asOf, names] = await Promise.all([
    statistics.total({ commune, months }),
    statistics.byPlace("commune", { commune, months }),
    statistics.byPlace("village", { commune, months }),
    statistics.asOf(),
    placeNames(container),
  ])
  const shown = (kind: PlaceKind, cells: typeof communes) =>
    cells.map(({ month, place, ...cell }) => ({
      month,
      code: place,
      name: names[kind].get(place) ?? "",
      ...showCell(cell),
    }))
  return {
    months: known,
    month: months.length === 1 ? months[0] : undefined,
    asOf,
    total: commune ? showCell(total) : { ...showCell({ ...total, sellers: 0 }), sellers: total.sellers },
    commune: shown("commune", communes),
    village: shown("village", villages),
  }
}

async function placeNames(container: MedusaContainer) {
  const registry = container.resolve(REGISTRY)
  const [communes, villages] = await Promise.all([
    registry.listCommunes({ province_code: "37" }, { take: 1000 }),
    registry.listCraftVillages({}, { take: 1000 }),
  ])
  return {
    commune: new Map(communes.map(({ code, full_name }) => [code, full_name])),
    village: new Map(villages.map(({ id, name }) => [id, name])),
  }
}
