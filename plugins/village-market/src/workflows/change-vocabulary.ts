import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { COMMON, CRAFT_FAMILIES } from "../modules/traceability/diary/craft-families"
import { addWord, changeWord, orderWords } from "../modules/traceability/diary/write-vocabulary"
import { BIZ_STEPS } from "../modules/traceability/epcis/vocabulary"
import { type Actor, recordActStep } from "./steps/record-act"

const name = z.string().trim().normalize().min(1).max(60)
const asks = { asks_amount: z.boolean(), asks_photo: z.boolean(), asks_input: z.boolean() }
/** A bare word of CBV 2.0 §7.1, or an address under somebody's own domain (CBV 2.0 §6.5). */
const bizStep = z
  .string()
  .trim()
  .max(200)
  .refine((word) => BIZ_STEPS.has(word) || /^https?:\/\/\S+$/.test(word), "a word of CBV or an address")
  .nullable()
const family = z.enum([COMMON, ...CRAFT_FAMILIES.map(({ id }) => id)])

export const NewWord = z.object({ family, vi: name, en: name, biz_step: bizStep.default(null), ...asks }).strict()
export const WordChange = z
  .object({ vi: name, en: name, biz_step: bizStep, ...asks, hidden: z.boolean() })
  .partial()
  .strict()
  .refine((change) => Object.keys(change).length > 0, "nothing to change")
export const WordOrder = z.object({ family, ids: z.array(z.string()).min(1).max(100) }).strict()

type Change =
  | { act: "add"; word: z.output<typeof NewWord> }
  | { act: "change"; id: string; change: z.output<typeof WordChange> }
  | { act: "order"; order: z.output<typeof WordOrder> }
export type VocabularyChange = Change & { actor: Actor }

type Changed = { id: string; detail: Record<string, unknown> }

async function apply(pg: Knex, input: Change): Promise<Changed> {
  if (input.act === "add") return { id: await addWord(pg, input.word), detail: input.word }
  if (input.act === "change") {
    if (await changeWord(pg, input.id, input.change)) return { id: input.id, detail: input.change }
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such word")
  }
  const { family, ids } = input.order
  if (await orderWords(pg, family, ids)) return { id: family, detail: { ids } }
  throw new MedusaError(MedusaError.Types.INVALID_DATA, "ids: every word of the family once")
}

const changeStep = createStep(
  "change-vocabulary",
  async (input: VocabularyChange, { container }) =>
    new StepResponse(await apply(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)),
)

/**
 * Adds a word, renames or hides one, or sets the order of a family. Records of before keep the words that they were
 * written with; no word is ever deleted and no id used again.
 */
export const changeVocabularyWorkflow = createWorkflow("change-vocabulary", (input: VocabularyChange) => {
  const changed = changeStep(input)
  recordActStep(
    transform({ input, changed }, ({ input, changed }) => ({
      subject_kind: "craft_step" as const,
      subject_id: changed.id,
      act: input.act,
      actor: input.actor,
      detail: changed.detail,
    })),
  )
  return new WorkflowResponse(changed)
})
