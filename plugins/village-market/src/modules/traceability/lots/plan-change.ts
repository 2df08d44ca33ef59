import { type Amount, type Balance, type BalanceReason, balance } from "./mass-balance"
import { isUnusualYield } from "./suggest-yield"

export type ChangePlan = {
  inputs: Amount[]
  outputs: Amount[]
  /** What the household says; else what the table says counts. */
  declared: number | null
  suggested: number | null
  reason: BalanceReason | null
  reason_text: string | null
}

type Weighed = Extract<Balance, { ok: true }>

/** `unusual`: above what is usual, told with a reason; officials are shown it. `yield` is the one it was measured by. */
export type PlannedChange =
  | { ok: true; balance: Weighed; yield: number | null; unusual: boolean }
  | { ok: false; why: "nothing" | "mixed_outputs" | "yield_needed" }
  | { ok: false; why: "reason_needed" | "reason_text_needed"; balance: Weighed; yield: number | null }

/**
 * Weighs a change: output above the yield, or a yield above the usual, passes with a reason only; the reason `other` in
 * the household's own words.
 */
export function planChange({ inputs, outputs, declared, suggested, reason, reason_text }: ChangePlan): PlannedChange {
  const used = declared ?? suggested
  const found = balance(inputs, outputs, used)
  if (!found.ok) return found
  const [input, output] = [inputs[0], outputs[0]]
  const odd = declared !== null && input && output && isUnusualYield(declared, suggested, input, output)
  const unusual = found.over || Boolean(odd)
  if (unusual && !reason) return { ok: false, why: "reason_needed", balance: found, yield: used }
  if (unusual && reason === "other" && !reason_text)
    return { ok: false, why: "reason_text_needed", balance: found, yield: used }
  return { ok: true, balance: found, yield: used, unusual }
}
