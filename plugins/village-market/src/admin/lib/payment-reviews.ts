type Words = { vi: string; en: string }
type Code = { code: string; words: Words }

export type Word = {
  id: string
  received_at: string
  from: "notice" | "answer"
  response: Code
  status: Code
  amount: number | null
  transaction_no: string
  bank_code: string
}

/** As `GET /admin/payments/reviews` gives it. */
export type PaymentReview = {
  id: string
  txn_ref: string
  amount: number
  method: string | null
  state: "review" | "captured" | "failed"
  superseded_at: string | null
  created_at: string
  cart_id: string | null
  order_id: string | null
  buyer: { name: string; phone: string | null; email: string | null } | null
  items: { title: string; quantity: number }[]
  words: Word[]
  reviews: {
    decision: "came" | "not_came"
    transaction_no: string | null
    reason: string
    decided_by: string
    decided_at: string
  }[]
}

export const inWords = ({ code, words }: Code, language: string) =>
  `${language.startsWith("vi") ? words.vi : words.en}${code ? ` (${code})` : ""}`
