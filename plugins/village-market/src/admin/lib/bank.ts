import { toast } from "@medusajs/ui"
import { useState } from "react"
import { api } from "./api"

export type AttemptShown = {
  id: string
  txn_ref: string
  amount: number
  open: boolean
  order_id: string | null
  order_no: string | null
  buyer_name: string | null
}

export type TransferShown = {
  id: string
  amount: number
  direction: "in" | "out"
  content: string
  bank_reference: string | null
  booked_at: string
  source: "sepay" | "statement"
  decision?: { kind: string; reason: string | null; note: string | null; by: string; at: string }
  attempt: AttemptShown | null
  suggestions: { reasons: string[]; with: string[]; attempt: AttemptShown }[]
  may_undo: boolean
}

export type StatementShown =
  | { ok: false; problem: "no_columns"; rows: { line: number; cells: string[] }[] }
  | { ok: false; problem: "not_text" | "not_csv" | "empty"; line: number }
  | { ok: true; head: string[]; lines: LineShown[] }

export type LineShown = { line: number } & (
  | { ok: false; problem: "date" | "amount" }
  | {
      ok: true
      direction: "in" | "out"
      amount: number
      content: string
      booked_at: string
      outcome?: "known" | "new"
      decision?: string
      reason?: string | null
    }
)

/** Runs a decision of the operator and tells why, if it is refused. */
export function useDecision(id: string, done: () => void) {
  const [busy, setBusy] = useState(false)
  const decide = async (decision: "match" | "give-back" | "ignore" | "undo", body: object) => {
    setBusy(true)
    try {
      await api(`/admin/bank-transfers/${id}/${decision}`, body)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return { busy, decide }
}
