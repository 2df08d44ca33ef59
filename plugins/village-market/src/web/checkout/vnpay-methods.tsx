import { VNPAY_METHODS } from "../../modules/gateway/vnpay/methods"
import { Choice } from "../fields"
import type { Language } from "../language"
import { checkout } from "../text/checkout"

/** How to pay at VNPay. Nobody has to choose: VNPay asks. */
export function VnpayMethods({ lang, value = "any" }: { lang: Language; value?: string }) {
  const t = checkout[lang].vnpayMethods
  return (
    <div class="inside">
      <Choice
        lang={lang}
        name="method"
        label={t.title}
        value={value}
        required
        options={(["any", ...VNPAY_METHODS] as const).map((method) => ({ value: method, ...t[method] }))}
      />
    </div>
  )
}
