import { csv } from "./csv"

describe("a CSV file", () => {
  it("quotes what would break a row", () => {
    expect(csv([["a,b", 'c"d', "e\nf", 1, null]])).toBe('\ufeff"a,b","c""d","e\nf",1,\r\n')
  })

  it("keeps names from becoming formulas, and numbers numbers", () => {
    expect(csv([["=1+1", "-x", -5]])).toBe("\ufeff'=1+1,'-x,-5\r\n")
  })
})
