import { en } from "./en"
import { shipping } from "./shipping"
import { vi } from "./vi"

// The dashboard asks only this cookie and never the browser: without it a first visit would be in English.
if (typeof document !== "undefined" && !/(^|; )lng=/.test(document.cookie) && !localStorage.getItem("lng")) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http
  document.cookie = "lng=vi; path=/; max-age=31536000; samesite=lax"
}

/** Our pages have a namespace of their own: `useTranslation("market")`. */
export default { vi: { market: { ...vi, ...shipping.vi } }, en: { market: { ...en, ...shipping.en } } }
