/** yyyyMMddHHmmss in Vietnam, `off` seconds ahead of the right time (behind, if negative). */
export function vietnamTime(off = 0): string {
  const shifted = new Date(Date.now() + (7 * 3600 + off) * 1000)
  return shifted.toISOString().replace(/\D/g, "").slice(0, 14)
}
