import type { CraftStep } from "./vocabulary"

type Asks = "amount" | "photo" | "input"

/**
 * The words a shop begins with. The migration of `craft_step` writes them once; from then on the operator keeps them,
 * and a change here reaches only shops that are set up later.
 */
function words(family: string, ...lines: [id: string, vi: string, en: string, asks?: string, biz_step?: string][]) {
  return lines.map(([id, vi, en, asks = "", biz_step], position): CraftStep => {
    const asked = (what: Asks) => asks.split(" ").includes(what)
    return {
      ...{ id, family, vi, en, biz_step: biz_step ?? null, position, hidden: false },
      ...{ asks_amount: asked("amount"), asks_photo: asked("photo"), asks_input: asked("input") },
    }
  })
}

export const FIRST_WORDS: CraftStep[] = [
  ...words(
    "common",
    ["materials", "Nhận nguyên liệu", "Materials received", "amount input photo", "receiving"],
    ["inspecting", "Kiểm tra chất lượng", "Quality checked", "amount photo", "inspecting"],
    ["packing", "Đóng gói", "Packed", "amount photo", "packing"],
    ["storing", "Cất kho", "Stored", "amount", "storing"],
  ),
  ...words(
    "pottery",
    ["clay", "Làm đất", "Clay prepared", "amount input photo"],
    ["shaping", "Tạo hình", "Shaped", "amount photo"],
    ["decorating", "Vẽ, khắc hoa văn", "Decorated", "amount photo"],
    ["glazing", "Tráng men", "Glazed", "amount input photo"],
    ["firing", "Nung", "Fired", "amount photo"],
  ),
  ...words(
    "stone",
    ["stone-choosing", "Chọn, xẻ đá", "Stone chosen and cut", "amount photo"],
    ["stone-carving", "Chạm khắc", "Carved", "amount photo"],
    ["stone-polishing", "Mài, đánh bóng", "Polished", "amount photo"],
  ),
  ...words(
    "wood",
    ["sawing", "Chọn, xẻ gỗ", "Timber chosen and sawn", "amount input photo"],
    ["wood-drying", "Sấy gỗ", "Timber dried", "amount"],
    ["joinery", "Đục mộng, lắp ráp", "Joined", "amount photo", "assembling"],
    ["wood-carving", "Chạm khắc, khảm", "Carved or inlaid", "amount photo"],
    ["wood-finishing", "Sơn, đánh bóng", "Finished", "amount input photo"],
  ),
  ...words(
    "weaving-plants",
    ["fibre-harvest", "Thu hoạch cói, mây, tre", "Sedge, rattan or bamboo cut", "amount photo"],
    ["fibre-drying", "Phơi, chẻ sợi", "Dried and split", "amount photo"],
    ["fibre-dyeing", "Nhuộm", "Dyed", "amount input photo"],
    ["plaiting", "Đan, dệt", "Plaited or woven", "amount photo"],
    ["lacquering", "Sơn mài", "Lacquered", "amount input photo"],
  ),
  ...words(
    "metal",
    ["casting", "Nấu chảy, đúc", "Melted and cast", "amount input photo"],
    ["forging", "Rèn, gò", "Forged or beaten", "amount photo"],
    ["engraving", "Chạm khắc", "Engraved", "amount photo"],
    ["metal-finishing", "Mài, đánh bóng", "Ground and polished", "amount photo"],
  ),
  ...words(
    "textile",
    ["reeling", "Ươm tơ, kéo sợi", "Reeled or spun", "amount input photo"],
    ["dyeing", "Nhuộm", "Dyed", "amount input photo"],
    ["weaving", "Dệt", "Woven", "amount photo"],
    ["embroidering", "Thêu", "Embroidered", "amount photo"],
    ["sewing", "Cắt, may", "Cut and sewn", "amount photo"],
  ),
  ...words(
    "ornament",
    ["ornament-parts", "Làm khung, làm chi tiết", "Frame and parts made", "amount photo"],
    ["ornament-assembly", "Lắp ráp", "Assembled", "amount photo", "assembling"],
    ["ornament-finishing", "Trang trí, hoàn thiện", "Decorated and finished", "amount photo"],
  ),
  ...words(
    "plants",
    ["planting-out", "Ươm, trồng", "Planted", "amount input photo"],
    ["plant-care", "Chăm sóc, bón phân", "Tended and fed", "amount input photo"],
    ["plant-training", "Uốn thế, cắt tỉa", "Trained and pruned", "photo"],
    ["plant-lifting", "Bứng cây, cắt hoa", "Lifted or cut", "amount photo"],
  ),
  ...words(
    "grain",
    ["sowing", "Gieo, cấy", "Sown or planted", "amount input photo"],
    ["grain-input", "Bón phân, phun thuốc", "Fertilised or sprayed", "amount input photo"],
    ["rice-harvest", "Gặt, thu hoạch", "Harvested", "amount photo"],
    ["milling", "Xay xát, nghiền bột", "Milled", "amount photo"],
    ["noodle-making", "Tráng, cán, kéo sợi", "Rolled and cut", "amount photo"],
    ["grain-drying", "Phơi, sấy", "Dried", "amount photo"],
  ),
  ...words(
    "bakery",
    ["preparing", "Sơ chế nguyên liệu", "Ingredients prepared", "amount input photo"],
    ["wrapping", "Gói, đổ khuôn", "Wrapped or moulded", "amount photo"],
    ["cooking", "Nấu, hấp, nướng", "Cooked", "amount photo"],
  ),
  ...words(
    "sea",
    ["catch", "Đánh bắt, thu mua", "Caught or bought at the landing", "amount photo"],
    ["salting", "Ướp muối", "Salted", "amount input photo"],
    ["fish-fermenting", "Ủ chượp", "Fermented", "amount photo"],
    ["drawing-off", "Kéo rút, lọc", "Drawn off and strained", "amount photo"],
    ["sun-drying", "Phơi nắng", "Dried in the sun", "amount photo"],
  ),
  ...words(
    "drink",
    ["mashing", "Nấu, trộn men", "Cooked and mixed with yeast", "amount input photo"],
    ["fermenting", "Ủ men", "Fermented", "amount photo"],
    ["distilling", "Chưng cất", "Distilled", "amount photo"],
    ["bottling", "Đóng chai", "Bottled", "amount photo", "packing"],
  ),
  ...words(
    "farm",
    ["cultivation", "Gieo trồng, thả giống", "Sown, planted or stocked", "amount input photo"],
    ["farm-input", "Bón phân, phun thuốc, cho ăn", "Fertilised, sprayed or fed", "amount input photo"],
    ["care", "Chăm sóc", "Tended", "photo"],
    ["harvest", "Thu hoạch", "Harvested", "amount photo"],
    ["farm-processing", "Sơ chế, sao, sấy", "Processed or dried", "amount photo"],
  ),
]

const ENGLISH = new Map(FIRST_WORDS.map(({ id, en }) => [id, en]))

/** What a record from before records held their English name meant, in English. */
export const firstEnglish = (id: string) => ENGLISH.get(id)
