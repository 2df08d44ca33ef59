/** What `/admin/producer-orders` answers, as far as these pages show it. */
export type PartStatus =
  | "awaiting_payment"
  | "placed"
  | "accepted"
  | "packed"
  | "handed_over"
  | "delivered"
  | "completed"
  | "expired"
  | "cancelled"
  | "returned"

export type Line = {
  id: string
  title: string
  unit: string
  quantity: number
  left: number
  cancelled: number
  returned: number
  unit_price: number
  discount: number
  shipping: number
  commission: number
  commission_rate_bp: number
  tax_vat: number
  tax_pit: number
}

export type PartRow = {
  id: string
  display_no: string
  order_id: string
  status: PartStatus
  payment_means: "vnpay" | "bank" | "stripe" | "cash"
  channel: string
  buyer_name: string
  buyer_phone: string
  total: number
  due: number
  placed_at: string | null
  created_at: string
  answer_by: string | null
  hours_late: number | null
  producer: { id: string; name: string | null; phone: string; commune: string | null }
}

export type PartList = {
  producer_orders: PartRow[]
  count: number
  overdue: number
  by_status: Partial<Record<PartStatus, number>>
}

export type ReturnRow = {
  id: string
  line_id: string
  quantity: number
  reason: string
  note: string | null
  status: "asked" | "accepted" | "received" | "refused" | "withdrawn"
  answer: string | null
}

/** Cash somebody has taken, whole đồng, with what shows it. */
export type CashTaking = {
  id: number
  producer_order_id: string
  expected: number
  given: number
  difference: string | null
  proof: "code" | "receipt" | "reference" | "none"
  proof_text: string | null
  receipt_id: string | null
  by_role: string
  by_name: string | null
  at: string
}

export type Part = PartRow & {
  producer: { helper_name: string | null; helper_phone: string | null }
  buyer_email: string | null
  buyer_address: string
  carrier: string | null
  tracking_code: string | null
  shipping_name: string
  shipping: number
  lines: Line[]
  money: { ordered: number; taken_off: number; costs: number; paid: number; to_pay: number; at_door: number } & {
    going_back: number
    refunded: number
  }
  refunds: { id: string; amount: number; means: string; returned_at: string | null; reason: string }[]
  cash_takings: CashTaking[]
  returns: ReturnRow[]
  history: { act: string; actor_role: string; actor_name: string | null; reason: string | null; at: string }[]
  notices: {
    id: string
    audience: string
    event: string
    created_at: string
    sent_at: string | null
    tries: number
    last_error: string | null
  }[]
  repair: { problem: string; tries: number } | null
  siblings: { id: string; display_no: string; status: PartStatus }[]
  moves: string[]
}

export type Repair = { order_id: string; problem: string; tries: number; first_at: string; last_at: string }

export const PART_STATUSES: PartStatus[] = [
  "placed",
  "accepted",
  "packed",
  "handed_over",
  "delivered",
  "completed",
  "cancelled",
  "returned",
  "awaiting_payment",
  "expired",
]
export const PART_COLOUR = {
  awaiting_payment: "grey",
  placed: "orange",
  accepted: "blue",
  packed: "blue",
  handed_over: "blue",
  delivered: "green",
  completed: "green",
  expired: "grey",
  cancelled: "red",
  returned: "red",
} as const

export const dong = (amount: number, language: string) =>
  new Intl.NumberFormat(language, { style: "currency", currency: "VND", maximumFractionDigits: 0 }).format(amount)
