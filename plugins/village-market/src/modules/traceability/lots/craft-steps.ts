/** A word for what was done to a lot. `biz_step` is GS1's own word (CBV 2.0 §7.1) where one fits; else it is ours. */
export type CraftStep = { id: string; vi: string; en: string; biz_step?: string }

/** The steps of a family of crafts, in the order in which they are done; which family, VSIC 2025 and the shelf tell. */
export type CraftFamily = { id: string; vsic: string[]; categories: string[]; steps: CraftStep[] }

const step = (id: string, vi: string, en: string, biz_step?: string): CraftStep => ({ id, vi, en, biz_step })

/** The making of the lot itself; written by us when a lot is opened, never chosen. */
export const COMMISSIONING = step("commissioning", "Hoàn thành lô hàng", "Lot completed", "commissioning")

/** Steps of every craft. */
const COMMON = [
  step("materials", "Nhận nguyên liệu", "Materials received", "receiving"),
  step("inspecting", "Kiểm tra chất lượng", "Quality checked", "inspecting"),
  step("packing", "Đóng gói", "Packed", "packing"),
  step("storing", "Cất kho", "Stored", "storing"),
]

/** To add a word, add a line here; never change or reuse an id, records of past lots carry it. */
export const CRAFT_FAMILIES: CraftFamily[] = [
  {
    id: "pottery",
    vsic: ["2393", "2392", "2391"],
    categories: ["da-gom"],
    steps: [
      step("clay", "Làm đất", "Clay prepared"),
      step("shaping", "Tạo hình", "Shaped"),
      step("decorating", "Vẽ, khắc hoa văn", "Decorated"),
      step("glazing", "Tráng men", "Glazed"),
      step("firing", "Nung", "Fired"),
    ],
  },
  {
    id: "stone",
    vsic: ["2396", "0810"],
    categories: [],
    steps: [
      step("stone-choosing", "Chọn, xẻ đá", "Stone chosen and cut"),
      step("stone-carving", "Chạm khắc", "Carved"),
      step("stone-polishing", "Mài, đánh bóng", "Polished"),
    ],
  },
  {
    id: "wood",
    vsic: ["161", "162", "310"],
    categories: ["do-go"],
    steps: [
      step("sawing", "Chọn, xẻ gỗ", "Timber chosen and sawn"),
      step("wood-drying", "Sấy gỗ", "Timber dried"),
      step("joinery", "Đục mộng, lắp ráp", "Joined", "assembling"),
      step("wood-carving", "Chạm khắc, khảm", "Carved or inlaid"),
      step("wood-finishing", "Sơn, đánh bóng", "Finished"),
    ],
  },
  {
    id: "weaving-plants",
    vsic: ["16292"],
    categories: ["may-tre-coi"],
    steps: [
      step("fibre-harvest", "Thu hoạch cói, mây, tre", "Sedge, rattan or bamboo cut"),
      step("fibre-drying", "Phơi, chẻ sợi", "Dried and split"),
      step("fibre-dyeing", "Nhuộm", "Dyed"),
      step("plaiting", "Đan, dệt", "Plaited or woven"),
      step("lacquering", "Sơn mài", "Lacquered"),
    ],
  },
  {
    id: "metal",
    vsic: ["24", "25", "321"],
    categories: ["dong-kim-khi"],
    steps: [
      step("casting", "Nấu chảy, đúc", "Melted and cast"),
      step("forging", "Rèn, gò", "Forged or beaten"),
      step("engraving", "Chạm khắc", "Engraved"),
      step("metal-finishing", "Mài, đánh bóng", "Ground and polished"),
    ],
  },
  {
    id: "textile",
    vsic: ["13", "14"],
    categories: ["lua-vai-theu"],
    steps: [
      step("reeling", "Ươm tơ, kéo sợi", "Reeled or spun"),
      step("dyeing", "Nhuộm", "Dyed"),
      step("weaving", "Dệt", "Woven"),
      step("embroidering", "Thêu", "Embroidered"),
      step("sewing", "Cắt, may", "Cut and sewn"),
    ],
  },
  {
    id: "ornament",
    vsic: ["17", "322", "324", "329"],
    categories: ["trang-tri-nhac-cu"],
    steps: [
      step("ornament-parts", "Làm khung, làm chi tiết", "Frame and parts made"),
      step("ornament-assembly", "Lắp ráp", "Assembled", "assembling"),
      step("ornament-finishing", "Trang trí, hoàn thiện", "Decorated and finished"),
    ],
  },
  {
    id: "plants",
    vsic: ["01183", "0129", "013"],
    categories: ["hoa-cay-canh"],
    steps: [
      step("planting-out", "Ươm, trồng", "Planted"),
      step("plant-care", "Chăm sóc, bón phân", "Tended and fed"),
      step("plant-training", "Uốn thế, cắt tỉa", "Trained and pruned"),
      step("plant-lifting", "Bứng cây, cắt hoa", "Lifted or cut"),
    ],
  },
  {
    id: "grain",
    vsic: ["0111", "0112", "106", "1074", "561"],
    categories: ["gao-mien-pho"],
    steps: [
      step("sowing", "Gieo, cấy", "Sown or planted"),
      step("rice-harvest", "Gặt, thu hoạch", "Harvested"),
      step("milling", "Xay xát, nghiền bột", "Milled"),
      step("noodle-making", "Tráng, cán, kéo sợi", "Rolled and cut"),
      step("grain-drying", "Phơi, sấy", "Dried"),
    ],
  },
  {
    id: "bakery",
    vsic: ["101", "107"],
    categories: ["banh-keo"],
    steps: [
      step("preparing", "Sơ chế nguyên liệu", "Ingredients prepared"),
      step("wrapping", "Gói, đổ khuôn", "Wrapped or moulded"),
      step("cooking", "Nấu, hấp, nướng", "Cooked"),
    ],
  },
  {
    id: "sea",
    vsic: ["03", "0893", "102", "10752"],
    categories: ["hai-san-mam-muoi"],
    steps: [
      step("catch", "Đánh bắt, thu mua", "Caught or bought at the landing"),
      step("salting", "Ướp muối", "Salted"),
      step("fish-fermenting", "Ủ chượp", "Fermented"),
      step("drawing-off", "Kéo rút, lọc", "Drawn off and strained"),
      step("sun-drying", "Phơi nắng", "Dried in the sun"),
    ],
  },
  {
    id: "drink",
    vsic: ["110"],
    categories: ["ruou-do-uong"],
    steps: [
      step("mashing", "Nấu, trộn men", "Cooked and mixed with yeast"),
      step("fermenting", "Ủ men", "Fermented"),
      step("distilling", "Chưng cất", "Distilled"),
      step("bottling", "Đóng chai", "Bottled", "packing"),
    ],
  },
  {
    id: "farm",
    vsic: ["01", "103", "104", "1076", "1079"],
    categories: ["tra-rau-qua"],
    steps: [
      step("cultivation", "Gieo trồng, thả giống", "Sown, planted or stocked"),
      step("care", "Chăm sóc", "Tended"),
      step("harvest", "Thu hoạch", "Harvested"),
      step("farm-processing", "Sơ chế, sao, sấy", "Processed or dried"),
    ],
  },
]

const WORDS = new Map(
  [COMMISSIONING, ...COMMON, ...CRAFT_FAMILIES.flatMap(({ steps }) => steps)].map((word) => [word.id, word]),
)

/** The word of an id, of whatever craft. */
export const craftStep = (id: string) => WORDS.get(id)

/** Every word there is, for the page that explains them. */
export const allCraftSteps = () => [...WORDS.values()]

/** The steps a maker of this can choose: of the family whose VSIC prefix fits most closely, else of the shelf, then those of every craft. */
export function craftStepsFor({ vsic_code, category_id }: { vsic_code: string; category_id: string }): CraftStep[] {
  const fit = ({ vsic }: CraftFamily) =>
    Math.max(0, ...vsic.filter((prefix) => vsic_code.startsWith(prefix)).map((prefix) => prefix.length))
  const [closest] = [...CRAFT_FAMILIES].sort((a, b) => fit(b) - fit(a))
  const family =
    closest && fit(closest) > 0 ? closest : CRAFT_FAMILIES.find(({ categories }) => categories.includes(category_id))
  const [materials, ...others] = COMMON
  return [...(materials ? [materials] : []), ...(family?.steps ?? []), ...others]
}
