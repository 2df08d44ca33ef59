import type { MedusaContainer } from "@medusajs/framework/types"
import type { CatalogueService } from "medusa-plugin-village-market/modules/catalogue"
import { setSaleWindowWorkflow } from "medusa-plugin-village-market/workflows"

const DAY = 24 * 3600 * 1000
/** A day of Vietnam (UTC+7), so many days from now. */
const day = (from: number) => new Date(Date.now() + from * DAY + 7 * 3600 * 1000).toISOString().slice(0, 10)

/** Sold before they are grown: next season's rice, and kumquat trees that are potted for Tết. */
const AHEAD = [
  { key: "seed:gao-nep-cau", closes: 60, expected: 150, cap: 2000, note: "vụ chiêm tới" },
  { key: "seed:quat-canh", closes: 30, expected: 45, cap: 60, note: "hàng Tết" },
]

/** Sets what has never been sold ahead; a window somebody changed or ended while trying it out is left alone. */
export async function seedSaleWindows(container: MedusaContainer) {
  const catalogue = container.resolve<CatalogueService>("catalogue")
  const postings = await catalogue.listPostings({ key: AHEAD.map(({ key }) => key) })
  let added = 0
  for (const { key, closes, expected, cap, note } of AHEAD) {
    const posting = postings.find((one) => one.key === key)
    if (!posting || (await catalogue.wasSoldAhead(posting.listing_id))) continue
    const window = { opens_on: day(0), closes_on: day(closes), expected_on: day(expected), cap, note }
    const actor = { kind: "producer" as const, id: "seed" }
    const { producer_id, listing_id } = posting
    await setSaleWindowWorkflow(container).run({ input: { producer_id, listing_id, window, actor } })
    added++
  }
  return { added }
}
