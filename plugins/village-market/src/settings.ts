import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { BankSettings } from "./modules/gateway/bank/settings"
import { StripeSettings } from "./modules/gateway/stripe/settings"
import { VnpaySettings } from "./modules/gateway/vnpay/settings"
import { TraceLogSettings } from "./modules/traceability/log/settings"

const hex32 = z.string().regex(/^[0-9a-f]{64}$/, "32 bytes in lower-case hexadecimal")

/** How patiently the shop waits for money and answers before it asks, gives up or calls a person. */
const Reconcile = z.object({
  /** After an attempt was opened, the gateway is asked about it for the first time. */
  askAfterSeconds: z.coerce
    .number()
    .int()
    .positive()
    .default(15 * 60),
  /** After an attempt can no longer be paid, a gateway that knows of no payment is believed. */
  graceSeconds: z.coerce
    .number()
    .int()
    .positive()
    .default(60 * 60),
  /** As long after that end a gateway may say nothing before it becomes a task. */
  silentSeconds: z.coerce
    .number()
    .int()
    .positive()
    .default(4 * 3600),
  /** Money without a place, debts, reviews and tasks older than this raise an alarm. */
  alarmHours: z.coerce.number().int().positive().default(24),
})

/** From how many scans a serial is shown to its producer as worth a look. */
const Scans = z.object({
  /** On one day. */
  perDay: z.coerce.number().int().positive().default(20),
  /** On how many different days. */
  days: z.coerce.number().int().positive().default(30),
})

/** The plugin's options, as the host's medusa-config gives them. */
export const Settings = z.object({
  /** Demo logins, the list of sent messages, sample stars: everything that must never be on in earnest. */
  demo: z.boolean().default(false),
  /** Where buyers reach the shop, without a slash at the end. */
  publicUrl: z.string().url(),
  /** Encrypts tax codes at rest. */
  encryptionKey: hex32,
  /** Keys the hash by which statistics know shops of one owner. */
  holdingKey: hex32,
  localDir: z.string(),
  uploadDir: z.string(),
  /** What a public file's key is appended to. */
  fileBaseUrl: z.string().default("/uploads"),
  hotline: z.string().default("1900 0000"),
  /** Whether the shop can send e-mail; buyers are told by SMS where it cannot. */
  email: z.boolean().default(false),
  reconcile: Reconcile.prefault({}),
  scans: Scans.prefault({}),
  /** The same as the payment provider's; without it nobody can pay by VNPay. */
  vnpay: VnpaySettings.optional(),
  /** The shop's account for bank transfers, the same as the payment provider's. */
  bank: BankSettings.optional(),
  /** The same as the payment provider's; without it nobody can pay by a foreign card. */
  stripe: StripeSettings.optional(),
  traceLog: TraceLogSettings.prefault({}),
})
export type Settings = z.infer<typeof Settings>

const PLUGIN = "medusa-plugin-village-market"
const parsed = new WeakMap<object, Settings>()

/** The options of this plugin, checked once per configuration. */
export function settingsOf(container: MedusaContainer): Settings {
  const config = container.resolve("configModule")
  const known = parsed.get(config)
  if (known) return known
  const entry = config.plugins.find((plugin) => typeof plugin === "object" && plugin.resolve === PLUGIN)
  const settings = Settings.parse(typeof entry === "object" ? entry.options : {})
  parsed.set(config, settings)
  return settings
}
