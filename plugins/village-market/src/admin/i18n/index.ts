import { bank } from "./bank"
import { craftSteps } from "./craft-steps"
import { en } from "./en"
import { money } from "./money"
import { paymentReviews } from "./payment-reviews"
import { recalls } from "./recalls"
import { shipping } from "./shipping"
import { stripeRefundCodes } from "./stripe-codes"
import { vi } from "./vi"
import { refundCodes } from "./vnpay-codes"

// The dashboard asks only this cookie and never the browser: without it a first visit would be in English.
if (typeof document !== "undefined" && !/(^|; )lng=/.test(document.cookie) && !localStorage.getItem("lng")) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http
  document.cookie = "lng=vi; path=/; max-age=31536000; samesite=lax"
}

const withCodes = <T extends { refundRefusal: object }>(texts: T, codes: object) => ({
  ...texts,
  refundRefusal: { ...texts.refundRefusal, ...codes },
})

/** Our pages have a namespace of their own: `useTranslation("market")`. */
export default {
  vi: {
    market: {
      ...withCodes(vi, { ...refundCodes("vi"), ...stripeRefundCodes.vi }),
      ...shipping.vi,
      ...bank.vi,
      ...paymentReviews.vi,
      ...money.vi,
      ...recalls.vi,
      ...craftSteps.vi,
    },
  },
  en: {
    market: {
      ...withCodes(en, { ...refundCodes("en"), ...stripeRefundCodes.en }),
      ...shipping.en,
      ...bank.en,
      ...paymentReviews.en,
      ...money.en,
      ...recalls.en,
      ...craftSteps.en,
    },
  },
}
