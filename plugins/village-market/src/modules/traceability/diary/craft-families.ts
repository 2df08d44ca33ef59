/** Crafts whose work has the same words. Which family a product belongs to, its class in VSIC 2025 and its shelf tell. */
export type CraftFamily = { id: string; vi: string; en: string; vsic: string[]; categories: string[] }

/** Words of every craft stand under this id. */
export const COMMON = "common"

export const CRAFT_FAMILIES: CraftFamily[] = [
  { id: "pottery", vi: "Gốm sứ", en: "Pottery", vsic: ["2393", "2392", "2391"], categories: ["da-gom"] },
  { id: "stone", vi: "Đá mỹ nghệ", en: "Stone carving", vsic: ["2396", "0810"], categories: [] },
  { id: "wood", vi: "Đồ gỗ", en: "Woodwork", vsic: ["161", "162", "310"], categories: ["do-go"] },
  { id: "weaving-plants", vi: "Mây, tre, cói", en: "Rattan and sedge", vsic: ["16292"], categories: ["may-tre-coi"] },
  { id: "metal", vi: "Đồng, kim khí", en: "Metalwork", vsic: ["24", "25", "321"], categories: ["dong-kim-khi"] },
  { id: "textile", vi: "Lụa, vải, thêu", en: "Textiles", vsic: ["13", "14"], categories: ["lua-vai-theu"] },
  {
    id: "ornament",
    vi: "Đồ trang trí, nhạc cụ",
    en: "Ornaments",
    vsic: ["17", "322", "324", "329"],
    categories: ["trang-tri-nhac-cu"],
  },
  {
    id: "plants",
    vi: "Hoa, cây cảnh",
    en: "Flowers and plants",
    vsic: ["01183", "0129", "013"],
    categories: ["hoa-cay-canh"],
  },
  {
    id: "grain",
    vi: "Gạo, miến, phở",
    en: "Grain and noodles",
    vsic: ["0111", "0112", "106", "1074", "561"],
    categories: ["gao-mien-pho"],
  },
  { id: "bakery", vi: "Bánh kẹo, giò chả", en: "Bakery and meats", vsic: ["101", "107"], categories: ["banh-keo"] },
  {
    id: "sea",
    vi: "Hải sản, mắm, muối",
    en: "Sea food and salt",
    vsic: ["03", "0893", "102", "10752"],
    categories: ["hai-san-mam-muoi"],
  },
  { id: "drink", vi: "Rượu, đồ uống", en: "Drinks", vsic: ["110"], categories: ["ruou-do-uong"] },
  {
    id: "farm",
    vi: "Trà, rau, quả",
    en: "Farm produce",
    vsic: ["01", "103", "104", "1076", "1079"],
    categories: ["tra-rau-qua"],
  },
]

/** The family whose VSIC prefix fits a product most closely, else that of its shelf. */
export function familyOf({ vsic_code, category_id }: { vsic_code: string; category_id: string }) {
  const fit = ({ vsic }: CraftFamily) =>
    Math.max(0, ...vsic.filter((prefix) => vsic_code.startsWith(prefix)).map((prefix) => prefix.length))
  const [closest] = [...CRAFT_FAMILIES].sort((a, b) => fit(b) - fit(a))
  return closest && fit(closest) > 0
    ? closest
    : CRAFT_FAMILIES.find(({ categories }) => categories.includes(category_id))
}
