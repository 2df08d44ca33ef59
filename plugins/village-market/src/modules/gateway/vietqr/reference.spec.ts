import { bankReferencesIn, isBankReference, newBankReference } from "./reference"

const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

describe("the reference of a bank transfer", () => {
  it("is eleven letters and digits, each time others", () => {
    const made = Array.from({ length: 1000 }, newBankReference)
    expect(new Set(made).size).toBe(1000)
    for (const one of made) {
      expect(one).toMatch(/^LN[2-9A-HJKMNP-Z]{9}$/)
      expect(isBankReference(one)).toBe(true)
    }
  })

  it("is not one any more with one character wrong, or two in each other's place", () => {
    const one = newBankReference()
    for (let at = 2; at < one.length; at++) {
      for (const letter of ALPHABET) {
        const changed = `${one.slice(0, at)}${letter}${one.slice(at + 1)}`
        expect(isBankReference(changed)).toBe(changed === one)
      }
      for (let other = at + 1; other < one.length; other++) {
        const letters = [...one]
        letters[at] = one[other] ?? ""
        letters[other] = one[at] ?? ""
        const swapped = letters.join("")
        expect(isBankReference(swapped)).toBe(swapped === one)
      }
    }
  })

  it("is found in whatever a bank makes of it", () => {
    const one = newBankReference()
    const two = newBankReference()
    expect(bankReferencesIn(one)).toEqual([one])
    expect(bankReferencesIn(one.toLowerCase())).toEqual([one])
    expect(bankReferencesIn(`MBVCB.3278907687.${one}.CT tu 0123456789 NGUYEN VAN LN toi 0123499999`)).toEqual([one])
    expect(bankReferencesIn(`${one.slice(0, 4)} ${one.slice(4, 8)}-${one.slice(8)}`)).toEqual([one])
    expect(bankReferencesIn(`Nhà Lành chuyển ${one}`)).toEqual([one])
    expect(bankReferencesIn(`${one} ${one} va ${two}`)).toEqual([one, two])
    expect(bankReferencesIn("chuyen tien mua hang LN")).toEqual([])
    expect(bankReferencesIn("")).toEqual([])
  })
})
