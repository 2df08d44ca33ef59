import { join } from "node:path"
import { BankSettings, checkBank } from "./settings"

const banksFile = join(__dirname, "../../../../../../data/banks.csv")
const GOOD = { bank: "970436", banksFile, account: "0123456789", holder: "HTX GOM SU BO BAT" }
const problemOf = (change: object) => {
  try {
    checkBank({ ...GOOD, ...change })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe("the shop's account for bank transfers", () => {
  it("is named by BIN or by the bank's short code", () => {
    expect(BankSettings.parse(GOOD)).toMatchObject({ bin: "970436", bankName: "Vietcombank", webhookSecrets: [] })
    expect(BankSettings.parse({ ...GOOD, bank: "mbb" })).toMatchObject({ bin: "970422", bankName: "MB Bank" })
    // One BIN changed its bank's name; the one that takes transfers counts.
    expect(BankSettings.parse({ ...GOOD, bank: "970406" })).toMatchObject({ bankName: "Vikki Bank" })
    expect(BankSettings.parse({ ...GOOD, bank: "999999", bankName: "Thử" })).toMatchObject({ bin: "999999" })
  })

  it("is refused with a sentence that names the variable", () => {
    expect(problemOf({})).toBeUndefined()
    expect(problemOf({ bank: "VCBB" })).toContain("BANK_ID is “VCBB”")
    expect(problemOf({ bank: "970457" })).toContain("takes no transfers by VietQR")
    expect(problemOf({ bank: undefined })).toContain("BANK_ID must be set")
    expect(problemOf({ account: "0123 456" })).toContain("BANK_ACCOUNT has")
    expect(problemOf({ holder: undefined })).toContain("BANK_HOLDER must be set")
    expect(problemOf({ holder: "Hợp tác xã" })).toContain("capitals without accents")
    expect(problemOf({ webhookSecrets: ["short"] })).toContain("SEPAY_WEBHOOK_SECRET is too short")
  })
})
