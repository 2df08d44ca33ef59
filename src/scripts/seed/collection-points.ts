import type { MedusaContainer } from "@medusajs/framework/types"
import type { RegistryService } from "medusa-plugin-village-market/modules/registry"

/** Invented, as their names say: where buyers of the demonstration can fetch goods. */
const POINTS = [
  {
    id: "cpt_demo_01",
    commune_code: "13834",
    name: "Nhà văn hoá làng (điểm mẫu)",
    address: "Cạnh sân đình",
    opening_hours: "7 giờ – 11 giờ và 14 giờ – 18 giờ, thứ Hai đến thứ Bảy",
  },
  {
    id: "cpt_demo_02",
    commune_code: "13834",
    name: "Bưu điện văn hoá xã (điểm mẫu)",
    address: "Đường trục xã, đối diện trạm y tế",
    opening_hours: "8 giờ – 17 giờ, thứ Hai đến thứ Sáu",
  },
]

/** Points that are there are left alone: somebody may have closed or renamed one to try it out. */
export async function seedCollectionPoints(container: MedusaContainer) {
  const registry = container.resolve<RegistryService>("registry")
  const known = await registry.listCollectionPoints({ id: POINTS.map(({ id }) => id) })
  const missing = POINTS.filter(({ id }) => !known.some((point) => point.id === id))
  if (missing.length > 0) await registry.createCollectionPoints(missing.map((point) => ({ ...point, is_demo: true })))
  return { added: missing.length }
}
