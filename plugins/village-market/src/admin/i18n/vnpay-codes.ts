import { CODE_WORDS, type CodeKind, codeWords } from "../../modules/gateway/vnpay/code-words"

type Language = "vi" | "en"

const named = (kind: CodeKind, language: Language) =>
  Object.fromEntries(
    Object.keys(CODE_WORDS[kind]).map((code) => [code, `${codeWords(kind, code)[language]} (${code})`]),
  )

/** VNPay's codes for the dashboard, from the one table of the gateway module; `other` takes the code as `{{code}}`. */
export const refundCodes = (language: Language) => ({
  ...named("refund", language),
  other: codeWords("refund", "{{code}}")[language],
})
