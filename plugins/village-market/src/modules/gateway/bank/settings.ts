import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { findBank } from "./banks"

/** The shop's account at a bank, as its owner writes it down. */
export const BankOptions = z.object({
  /** BIN of six digits or the bank's short code, looked up in `banksFile`. */
  bank: z.string("BANK_ID must be set: the BIN or the short code of the shop's bank").min(1, "BANK_ID is empty"),
  banksFile: z.string().optional(),
  /** The bank's name, for one that stands in no table; `bank` is then its BIN. */
  bankName: z.string().optional(),
  account: z
    .string("BANK_ACCOUNT must be set: the number of the shop's account")
    .regex(/^[0-9A-Za-z]{4,19}$/, "BANK_ACCOUNT has 4 to 19 digits or letters, without blanks"),
  holder: z
    .string("BANK_HOLDER must be set: the name the shop's account is in")
    .regex(
      /^[A-Z][A-Z0-9 .,&-]{2,69}$/,
      "BANK_HOLDER is the account's name as the bank prints it, in capitals without accents",
    ),
  /** SePay's secrets: the first, and the former one while it is changed. Empty: no notices are taken. */
  webhookSecrets: z.array(z.string().min(16, "SEPAY_WEBHOOK_SECRET is too short")).max(2).default([]),
  /** The account of a demonstration, at a bank that does not exist: transfers are played at `/demo/bank`. */
  standIn: z.boolean().default(false),
})

/** The shop's account, its bank known. */
export const BankSettings = BankOptions.transform(({ bank, banksFile, bankName, ...rest }, context) => {
  const found = bankName ? named(bank, bankName) : banksFile ? findBank(banksFile, bank) : named(bank, bank)
  if ("problem" in found) {
    context.addIssue({ code: "custom", message: found.problem })
    return z.NEVER
  }
  return { bin: found.bin, bankName: found.name, ...rest }
})
export type BankSettings = z.infer<typeof BankSettings>

const named = (bin: string, name: string) =>
  /^\d{6}$/.test(bin)
    ? { bin, name }
    : { problem: "BANK_ID must be a BIN of six digits where there is no table of banks" }

/** Refuses a start with one sentence that says what is wrong. */
export function checkBank(options: Record<string, unknown>): void {
  const { error } = BankSettings.safeParse(options)
  if (!error) return
  const why = error.issues.map(({ message }) => message).join("; ")
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `Bank transfer: ${why}`)
}
