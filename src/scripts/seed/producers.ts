import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { RegistryService } from "medusa-plugin-village-market/modules/registry"
import { DEMO_PRODUCERS, type DemoProducer } from "./demo-people"

const two = (number: number) => String(number).padStart(2, "0")

export const producerId = ({ number }: DemoProducer) => `prod_hh_demo_${two(number)}`
const memberId = ({ number }: DemoProducer) => `pmem_demo_${two(number)}`
const e164 = ({ number }: DemoProducer) => `+84${900_000_000 + number}`
const phone = ({ number }: DemoProducer) => `0${900_000_000 + number}`

/** In demo mode the phone of a producer with `is_demo` takes this code. */
const OTP = "000000"

const CONSENT = "demo"
const REASON = "Hồ sơ mẫu: tạm ngừng để thử việc mở lại."

/**
 * The sellers of the demonstration under fixed ids: each table gets the rows it lacks, so a seed broken off anywhere
 * is finished by the next. A row that is there is left alone: somebody may have tried out the shop with it.
 */
export async function seedProducers(container: MedusaContainer) {
  const registry = container.resolve<RegistryService>("registry")
  const has = async (rows: Promise<{ id: string }[]>) => {
    const ids = new Set((await rows).map(({ id }) => id))
    return (id: string) => ids.has(id)
  }
  const all = { take: DEMO_PRODUCERS.length }

  const made = await has(registry.listProducers({ id: DEMO_PRODUCERS.map(producerId) }, all))
  const missing = DEMO_PRODUCERS.filter((producer) => !made(producerId(producer)))
  if (missing.length > 0) await registry.createProducers(missing.map(producerRow))

  const members = await has(registry.listProducerMembers({ id: DEMO_PRODUCERS.map(memberId) }, all))
  const memberless = DEMO_PRODUCERS.filter((producer) => !members(memberId(producer)))
  if (memberless.length > 0) {
    await registry.createProducerMembers(
      memberless.map((producer) => ({
        id: memberId(producer),
        producer_id: producerId(producer),
        phone: e164(producer),
      })),
    )
  }

  await seedLogins(container)
  await seedPapers(registry)
  return { added: missing.length, producers: DEMO_PRODUCERS.map(listed) }
}

const listed = (producer: DemoProducer) => ({
  id: producerId(producer),
  name: producer.name,
  phone: phone(producer),
  otp: OTP,
})

function producerRow(producer: DemoProducer) {
  const { name, handle, kind, village, commune, makes, status } = producer
  const now = new Date()
  return {
    id: producerId(producer),
    name,
    handle,
    kind,
    status,
    status_reason: status === "suspended" ? REASON : null,
    phone: e164(producer),
    commune_code: commune,
    craft_village_id: village,
    makes,
    story: `${name} là gian hàng mẫu để thử chợ, không có thật.`,
    origin: "own_made" as const,
    is_demo: true,
    submitted_at: now,
    approved_at: status === "pending" ? null : now,
  }
}

/** Logins by phone, as `start-registration` makes them. */
async function seedLogins(container: MedusaContainer) {
  const auth = container.resolve(Modules.AUTH)
  const missing: DemoProducer[] = []
  for (const producer of DEMO_PRODUCERS) {
    const [known] = await auth.listProviderIdentities({
      entity_id: e164(producer),
      provider: "phone",
    })
    if (!known) missing.push(producer)
  }
  await auth.createAuthIdentities(
    missing.map((producer) => ({
      provider_identities: [{ provider: "phone", entity_id: e164(producer) }],
      app_metadata: { producer_id: memberId(producer) },
    })),
  )
}

/** Consents and the audit trail of how each got its status; both tables take new rows only. */
async function seedPapers(registry: RegistryService) {
  const id = DEMO_PRODUCERS.map(producerId)
  const consents = await registry.listConsents({ producer_id: id }, { take: 10_000 })
  const without = DEMO_PRODUCERS.filter((producer) => !consents.some((c) => c.producer_id === producerId(producer)))
  if (without.length > 0) {
    await registry.createConsents(
      without.map((producer) => ({
        producer_id: producerId(producer),
        version: CONSENT,
        language: "vi",
        accepted_at: new Date(),
      })),
    )
  }
  const acts = await registry.listAuditEntries({ subject_kind: "producer", subject_id: id }, { take: 10_000 })
  const wanted = DEMO_PRODUCERS.flatMap((producer) => actsOf(producer).map((act) => ({ producer, act })))
  const untold = wanted.filter(
    ({ producer, act }) => !acts.some((entry) => entry.subject_id === producerId(producer) && entry.act === act),
  )
  if (untold.length === 0) return
  await registry.createAuditEntries(
    untold.map(({ producer, act }) => ({
      subject_kind: "producer",
      subject_id: producerId(producer),
      act,
      actor_kind: "system" as const,
      actor_id: "seed",
      actor_name: "Dữ liệu thử nghiệm",
      reason: act === "suspend" ? REASON : null,
    })),
  )
}

const actsOf = ({ status }: DemoProducer) =>
  ({
    pending: ["submit"],
    approved: ["submit", "approve"],
    suspended: ["submit", "approve", "suspend"],
  })[status]
