import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE } from "../../modules/catalogue"
import { chooseVsic, VSIC_VERSION } from "../../modules/catalogue/choose-vsic"
import { REGISTRY } from "../../modules/registry"

type Filing = { producer_id: string; category_id: string; vsic_code?: string }

const refuse = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** Where a listing is filed: its shelf and its VSIC 2025 class, given or found from the shelf and the producer's village. */
export const fileListingStep = createStep(
  "file-listing",
  async ({ producer_id, category_id, vsic_code }: Filing, { container }) => {
    const registry = container.resolve(REGISTRY)
    const producer = await registry.retrieveProducer(producer_id)
    const [category] = await container.resolve(CATALOGUE).listCategories({ id: category_id })
    if (!category) throw refuse(`Không có nhóm hàng "${category_id}".`)
    const [village] = producer.craft_village_id
      ? await registry.listCraftVillages({ id: producer.craft_village_id })
      : []
    const code = vsic_code ?? chooseVsic(category.vsic_codes, village?.vsic_codes ?? [])
    const [industry] = code ? await registry.listIndustries({ version: VSIC_VERSION, code }) : []
    if (!industry) throw refuse(`Không có mã ngành "${code ?? ""}" trong VSIC ${VSIC_VERSION}.`)
    return new StepResponse({ vsic_code: industry.code, vsic_version: VSIC_VERSION })
  },
)
