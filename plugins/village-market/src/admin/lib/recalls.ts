type Actor = { kind: "producer" | "official" | "operator"; id: string; name: string | null }
type State = "to_send" | "sent" | "failed" | "no_contact" | "dropped"

/** A recall as `/admin/recalls` lists it. */
export type Recall = {
  id: string
  lot_code: string
  lot_title: string
  producer_name: string
  reason: string
  detail: string | null
  advice: string
  at: string
  started_by: Actor
  lots: number
  held: number
  reach: Record<State | "called", number>
  lifted: { at: string; reason: string; by: Actor } | null
}

export type ReachedBuyer = {
  id: string
  numbers: string[]
  goods: string[]
  state: State
  channel: "email" | "sms" | null
  tries: number
  sent_at: string | null
  called_at: string | null
  called_by: string | null
  called_note: string | null
  name: string
  phone: string | null
  email: string | null
}

export type RecallView = Recall & {
  lots_taken: { lot_id: string; code: string; title: string; producer_id: string; producer_name: string }[]
  makers: { producer_id: string; name: string; phone: string; state: State; sent_at: string | null }[]
  held_lines: { part_id: string; display_no: string; title: string }[]
  reached: ReachedBuyer[]
  may_lift: boolean
}

export type RecallPreview = {
  lot: { id: string; code: string; title: string }
  preview: {
    lots: { id: string; code: string; title: string; producer_name: string }[]
    other_households: number
    waiting: unknown[]
    buyers: { email: number; sms: number; no_contact: number }
    unknown: number
  }
  standing: Recall | null
}

export type Trace = {
  trace: {
    lots: { id: string; code: string; title: string; producer: string; place: "asked" | "source" | "derived" }[]
    lines: {
      line_id: string
      order_no: string
      title: string
      lot_code: string
      quantity: number | null
      unit: string
      producer: string
    }[]
  }
}

/** Told by machine or by a call, and of how many orders. */
export function progress({ sent, to_send, failed, no_contact, dropped, called }: Recall["reach"]) {
  return { told: sent + called, all: sent + to_send + failed + no_contact + dropped + called }
}
