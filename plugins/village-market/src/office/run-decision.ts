import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type Decision, decideProducerWorkflow } from "../workflows/decide-producer"

export type DecisionOutcome = { ok: true; status: string } | { ok: false; code: 400 | 409; message: string }

const REFUSED: Record<string, 400 | 409> = {
  [MedusaError.Types.INVALID_DATA]: 400,
  // Medusa's error handler would replace the sentence of a conflict by its own: hence a value.
  [MedusaError.Types.CONFLICT]: 409,
}

/** Decides on a producer; a missing reason and a lost race are values, anything else is thrown. */
export async function runDecision(container: MedusaContainer, decision: Decision): Promise<DecisionOutcome> {
  const { result, errors = [] } = await decideProducerWorkflow(container).run({ input: decision, throwOnError: false })
  const error: unknown = errors[0]?.error
  if (!error) return { ok: true, status: result.status }
  const code = MedusaError.isMedusaError(error) ? REFUSED[error.type] : undefined
  if (!code || !MedusaError.isMedusaError(error)) throw error
  return { ok: false, code, message: error.message }
}
