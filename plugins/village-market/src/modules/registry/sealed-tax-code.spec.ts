import { openTaxCode, sealTaxCode } from "./sealed-tax-code"

const keys = { encryptionKey: "1".repeat(64), holdingKey: "2".repeat(64) }

describe("a sealed tax code", () => {
  it("opens again, and looks different every time", () => {
    const first = sealTaxCode("0100109106", "prod_1", keys)
    const second = sealTaxCode("0100109106", "prod_1", keys)
    expect(openTaxCode(first.tax_code_cipher, "prod_1", keys)).toBe("0100109106")
    expect(first.tax_code_cipher).not.toBe(second.tax_code_cipher)
    expect(JSON.stringify(first)).not.toContain("0100109106")
  })

  it("has one holding key per owner and key, whatever the shop or branch", () => {
    const { holding_key } = sealTaxCode("0100109106", "prod_1", keys)
    expect(sealTaxCode("0100109106001", "prod_2", keys).holding_key).toBe(holding_key)
    expect(sealTaxCode("0300588569", "prod_1", keys).holding_key).not.toBe(holding_key)
    expect(sealTaxCode("0100109106", "prod_1", { ...keys, holdingKey: "3".repeat(64) }).holding_key).not.toBe(
      holding_key,
    )
  })

  it("does not open for another producer, with another key, or changed", () => {
    const { tax_code_cipher } = sealTaxCode("0100109106", "prod_1", keys)
    expect(() => openTaxCode(tax_code_cipher, "prod_2", keys)).toThrow()
    expect(() => openTaxCode(tax_code_cipher, "prod_1", { encryptionKey: "9".repeat(64) })).toThrow()
    const [version, nonce, tag, text = ""] = tax_code_cipher.split(".")
    const flipped = Buffer.from(text, "base64url").map((byte, index) => (index === 0 ? byte ^ 1 : byte))
    const changed = [version, nonce, tag, Buffer.from(flipped).toString("base64url")].join(".")
    expect(() => openTaxCode(changed, "prod_1", keys)).toThrow()
  })
})
