/** From near to far. A region is one of the carriers' three: north, central, south. */
export const SHIPPING_AREAS = ["same_commune", "same_province", "same_region", "nationwide"] as const
export type ShippingArea = (typeof SHIPPING_AREAS)[number]

/** Official codes of a commune and its province. */
export type Place = { commune: string; province: string }

/** How far a buyer is from a seller. `regions` maps a province's code to its region; a province without one is far from everywhere. */
export function areaOf(seller: Place, buyer: Place, regions: ReadonlyMap<string, string>): ShippingArea {
  if (seller.province === buyer.province) return seller.commune === buyer.commune ? "same_commune" : "same_province"
  const region = regions.get(seller.province)
  return region !== undefined && region === regions.get(buyer.province) ? "same_region" : "nationwide"
}
