import type { OFFICIAL_AREAS } from "./models/official"

export type OfficialArea = { area_kind: (typeof OFFICIAL_AREAS)[number]; area_code: string }
export type Place = { code: string; province_code: string }

/** Whether an official looks after a commune: the one it is set over, or any of its province. A household without a commune is nobody's yet. */
export function looksAfter({ area_kind, area_code }: OfficialArea, commune: Place | null | undefined): boolean {
  if (!commune || !area_code) return false
  return area_kind === "province" ? commune.province_code === area_code : commune.code === area_code
}

/** The same rule as a filter over communes. */
export const communesOf = ({ area_kind, area_code }: OfficialArea) =>
  area_kind === "province" ? { province_code: area_code } : { code: area_code }
