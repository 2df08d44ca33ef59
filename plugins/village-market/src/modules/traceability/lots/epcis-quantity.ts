/** Units of listings that UN/CEFACT Recommendation 20 has a code for. */
const UNIT_CODES: Record<string, string> = {
  kg: "KGM",
  g: "GRM",
  tạ: "DTN",
  tấn: "TNE",
  lít: "LTR",
  ml: "MLT",
  mét: "MTR",
  m: "MTR",
  m2: "MTK",
  m3: "MTQ",
}

/**
 * An amount as EPCIS says it: with the unit's code where it is a measure; without one it counts pieces (pots, boxes,
 * jars), whose name is then the lot's own word.
 */
export function epcisQuantity(quantity: number, unit: string): { quantity: number; uom?: string } {
  const uom = UNIT_CODES[unit.trim().toLowerCase()]
  return uom ? { quantity, uom } : { quantity }
}
