import type { VnpayParams } from "./sign"

/** Far above anything VNPay sends, far below what would cost us time. */
const MAX_LENGTH = 8000

/**
 * Reads the `vnp_…` parameters out of a URL as it came over the wire. Refuses (undefined) what two readers could
 * understand differently: a key given twice, broken percent-encoding, a query beyond all measure.
 */
export function readVnpayQuery(url: string): VnpayParams | undefined {
  const start = url.indexOf("?")
  const query = start < 0 ? "" : (url.slice(start + 1).split("#")[0] ?? "")
  if (query.length > MAX_LENGTH) return undefined
  const params = new Map<string, string>()
  for (const pair of query.split("&")) {
    if (pair === "") continue
    const equals = pair.indexOf("=")
    const key = decode(equals < 0 ? pair : pair.slice(0, equals))
    const value = decode(equals < 0 ? "" : pair.slice(equals + 1))
    if (key === undefined || value === undefined || params.has(key)) return undefined
    params.set(key, value)
  }
  return Object.fromEntries([...params].filter(([key]) => key.startsWith("vnp_")))
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "))
  } catch {
    return undefined
  }
}
