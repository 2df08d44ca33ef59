import type { MedusaResponse } from "@medusajs/framework/http"
import { readForm } from "../../../web/form"
import { trace } from "../../../web/text/trace"
import { LotStep, recordStep } from "../../../workflows/record-step"
import type { ProducerRequest } from "../../actors"
import { readEntry, refuse, refusePhoto } from "../diary/read-entry"
import { saying } from "../lots/read-lot-form"

const KEY = /^[0-9a-f-]{32,36}$/

/**
 * A step from the phone's queue, as a form: `key` (made on the phone, the same for every try), `household`, `lot`, the
 * fields of a step and, when the line is good, `photo`. The answer to a key is always the same: 201 with the step, and
 * whether it has its photo.
 */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const entry = await readEntry(req, res)
  if (!entry) return
  const { lang, values, bytes } = entry
  const { key, lot } = values
  if (!key || !KEY.test(key) || !lot) return refuse(res, 400, "key", trace[lang].keyWrong)
  const form = readForm(LotStep, values, saying(lang))
  if (!form.ok) {
    const { happened_at: time } = form.errors
    const code = time === trace[lang].clockAhead ? "clock" : "field"
    return refuse(res, 400, code, Object.values(form.errors).join(" "))
  }
  const input = { ...form.value, lot_id: lot, producer_id: req.producer.id, idempotency_key: `phone:${key}` }
  const recorded = await recordStep(req.scope, input, bytes)
  if (!recorded.ok) return refusePhoto(req, res, recorded.why)
  res.status(201).json({ entry: { id: recorded.id, photo: recorded.photo } })
}
