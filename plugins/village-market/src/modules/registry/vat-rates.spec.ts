import { readFileSync } from "node:fs"
import { join } from "node:path"
import { bookingOf } from "../trade/booking"

const rows = readFileSync(join(__dirname, "../../../../../data/vat-rates.csv"), "utf8").trim().split("\n").slice(1)

describe("the legal basis of the VAT rates", () => {
  it("has not expired for either method: mend data/vat-rates.csv when this fails", () => {
    const today = bookingOf(new Date()).day
    for (const method of ["presumptive", "deduction"]) {
      const inForce = rows
        .map((row) => row.split(","))
        .filter(([, m, , from = "", to]) => m === method && from <= today && (!to || today <= to))
      expect(inForce.map(([id]) => id)).toHaveLength(1)
    }
  })
})
