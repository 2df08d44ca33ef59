import { parsePrice } from "../../../../modules/catalogue/parse-numbers"
import type { CashProof, StatedCash } from "../../../../modules/trade/cash-proof"
import type { OwnOrder } from "../../../../seller/own-orders"
import type { Form } from "./read-forms"

export type CashRead =
  | { ok: true; cash?: StatedCash }
  | { ok: false; why: "paid_by_qr" | "proof_missing" | "amount_wrong" | "code_wrong" }

/**
 * Cash as the form tells of it: that it was paid, by the tick, by `told` (a button that says so) or by any proof
 * filled in. The strongest proof given counts; a photo sent before needs no more words.
 */
export function readCash(form: Form, order: OwnOrder, told = false): CashRead {
  const field = (name: string) => form[`cash_${name}`]?.trim() || undefined
  const [code, reference, reason] = [field("code")?.replace(/\s/g, ""), field("reference"), field("no_proof")]
  const said = told || form.cash_collected === "yes" || Boolean(code ?? reference ?? reason ?? field("amount"))
  if (said && order.collected_by === "bank") return { ok: false, why: "paid_by_qr" }
  if (!said || order.money.to_collect === 0) return { ok: true }
  if (code && !/^\d{4}$/.test(code)) return { ok: false, why: "code_wrong" }
  const proof = proofOf({ code, reference, reason, receipt: order.receipts[0]?.id })
  if (!proof) return { ok: false, why: "proof_missing" }
  const amount = field("amount") ? parsePrice(field("amount") ?? "") : undefined
  if (amount && (!amount.ok || amount.value < 1)) return { ok: false, why: "amount_wrong" }
  const difference = field("difference")?.slice(0, 300)
  return {
    ok: true,
    cash: { proof, ...(amount?.ok ? { amount: amount.value } : {}), ...(difference ? { difference } : {}) },
  }
}

type Given = Partial<Record<"code" | "reference" | "receipt" | "reason", string>>

function proofOf({ code, receipt, reference, reason }: Given): CashProof | undefined {
  if (code) return { kind: "code", code }
  if (receipt) return { kind: "receipt", receipt_id: receipt }
  if (reference && reference.length >= 3) return { kind: "reference", reference: reference.slice(0, 100) }
  return reason && reason.length >= 3 ? { kind: "none", reason: reason.slice(0, 300) } : undefined
}
