import { readFileSync } from "node:fs"
import { z } from "@medusajs/framework/zod"
import { parse } from "csv-parse/sync"

const Banks = z.array(
  z.object({ bin: z.string(), code: z.string(), name: z.string(), transfers: z.enum(["yes", "no"]) }),
)

export type Bank = { bin: string; name: string }

/**
 * The bank of a BIN or a short code in a table as `data/banks.csv`, read from `file`. A sentence instead says why there
 * is none to which a VietQR could send money.
 */
export function findBank(file: string, wanted: string): Bank | { problem: string } {
  const banks = Banks.parse(parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }))
  const found = banks.filter(({ bin, code }) => bin === wanted || code === wanted.toUpperCase())
  const [bank] = found.filter(({ transfers }) => transfers === "yes")
  if (bank) return { bin: bank.bin, name: bank.name }
  const [other] = found
  return {
    problem: other
      ? `BANK_ID names ${other.name}, which takes no transfers by VietQR`
      : `BANK_ID is “${wanted}”; it must be a BIN or a code of data/banks.csv, such as 970436 or VCB`,
  }
}
