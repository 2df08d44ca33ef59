/** What `/admin/producers` answers, as far as these pages show it. */
export type Status = "draft" | "pending" | "approved" | "refused" | "suspended"
export type Move = "approve" | "refuse" | "suspend" | "reinstate"

export type ProducerRow = {
  id: string
  name: string | null
  status: Status
  phone: string
  makes: string | null
  commune: string | null
  craft_village: string | null
  submitted_at: string | null
}

export type ProducerList = { producers: ProducerRow[]; count: number; limit: number; by_status: Record<Status, number> }

export type Dossier = {
  producer: ProducerRow & {
    kind: string | null
    origin: string | null
    status_reason: string | null
    helper_name: string | null
    helper_phone: string | null
    story: string | null
  }
  commune: { full_name: string } | null
  craft_village: { name: string } | null
  tax_code: { present: boolean; last3?: string }
  evidence: { id: string; kind: string; status: string; note: string | null }[]
  listings: { id: string; product_id: string; title?: string; price?: number | null; unit: string; hidden: boolean }[]
  same_owner: { id: string; name: string | null; status: Status }[]
  history: {
    id: string
    act: string
    actor_kind: string
    actor_name: string | null
    reason: string | null
    created_at: string
  }[]
}

export const STATUSES: Status[] = ["pending", "approved", "suspended", "refused", "draft"]
export const STATUS_COLOUR = {
  draft: "grey",
  pending: "orange",
  approved: "green",
  refused: "red",
  suspended: "red",
} as const
export const MOVES: Record<Status, Move[]> = {
  draft: [],
  pending: ["approve", "refuse"],
  approved: ["suspend"],
  refused: [],
  suspended: ["reinstate"],
}
export const needsReason = (move: Move) => move === "refuse" || move === "suspend"

export const when = (iso: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" }).format(
    new Date(iso),
  )
