import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../../modules/registry"
import { ProfileFields } from "../../../modules/registry/profile-fields"
import { sealTaxCode } from "../../../modules/registry/sealed-tax-code"
import { readTaxCode } from "../../../modules/registry/tax-code"
import { settingsOf } from "../../../settings"
import { readForm } from "../../../web/form"
import { pickLanguage } from "../../../web/language"
import { updateProfileWorkflow } from "../../../workflows/update-profile"
import type { ProducerRequest } from "../../actors"
import { type Changes, sayer } from "../../producer/register/steps/step"
import { ownProfile } from "../own-profile"

const ProfileChange = ProfileFields.extend({ tax_code: z.string("tax_shape").nullable() }).partial()

export const GET = async (req: ProducerRequest, res: MedusaResponse) => {
  res.json({ producer: await ownProfile(req.scope, req.producer) })
}

/** Changes the fields that are sent and no others; `tax_code: null` removes it. One sentence per wrong field, nothing changed. */
export const POST = async (req: ProducerRequest, res: MedusaResponse) => {
  const say = sayer(pickLanguage(req))
  const body: object = typeof req.body === "object" && req.body !== null ? req.body : {}
  const read = readForm(ProfileChange, body, say)
  if (!read.ok) throw invalid(Object.values(read.errors))
  const { tax_code, ...fields } = read.value
  // A field that may be empty reads as null when it was not sent at all; that must not wipe what is stored.
  const sent = Object.entries(fields).filter(([field]) => field in body)
  const changes: Changes = Object.fromEntries(sent)
  if (tax_code === null) Object.assign(changes, { tax_code_cipher: null, holding_key: null })
  if (tax_code) {
    const code = readTaxCode(tax_code)
    if (!code.ok) throw invalid([say(code.why)])
    Object.assign(changes, sealTaxCode(code.code, req.producer.id, settingsOf(req.scope)))
  }
  if (Object.keys(changes).length > 0) {
    const actor = { kind: "producer" as const, id: req.auth_context.actor_id }
    await updateProfileWorkflow(req.scope).run({ input: { producer_id: req.producer.id, actor, changes } })
  }
  const producer = await req.scope.resolve(REGISTRY).retrieveProducer(req.producer.id)
  res.json({ producer: await ownProfile(req.scope, producer) })
}

const invalid = (sentences: string[]) => new MedusaError(MedusaError.Types.INVALID_DATA, sentences.join(" "))
