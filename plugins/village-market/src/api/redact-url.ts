/** Addresses to which a gateway sends what it signed: nothing of their query is logged. */
const SIGNED = /^(?:https?:\/\/[^/]+)?\/(?:hooks|market\/pay|demo\/vnpay)\b/i

/** Names under which something is handed over that opens or signs something. */
const SECRET = /key|token|secret|hash|sign|pass|otp|code/i

const HIDDEN = "[hidden]"

/**
 * An address as it may stand in a log: without signatures, without the keys that open an order, and without the
 * password of a URL.
 */
export function redactUrl(url: string): string {
  const start = url.indexOf("?")
  const place = (start < 0 ? url : url.slice(0, start)).replace(/\/\/[^/@]*@/, `//${HIDDEN}@`)
  if (start < 0) return place
  if (SIGNED.test(url)) return `${place}?${HIDDEN}`
  const pairs = url.slice(start + 1).split("&")
  return `${place}?${pairs.map((pair) => (isSecret(pair) ? `${pair.split("=")[0]}=${HIDDEN}` : pair)).join("&")}`
}

/** A name that cannot be read is taken for a secret's; so is a very long value. */
function isSecret(pair: string): boolean {
  try {
    return pair.length > 1000 || SECRET.test(decodeURIComponent(pair.split("=")[0] ?? ""))
  } catch {
    return true
  }
}
