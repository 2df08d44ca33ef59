import { join } from "node:path"
import { readReferenceData } from "../../registry/reference-data"
import { bookingOf } from "../../trade/booking"
import { TEN_FIELDS } from "./trace-fields"

const rows = async () => {
  const read = await readReferenceData(join(__dirname, "../../../../../../data"))
  if (!read.ok) throw new Error(read.report)
  return read.data
}
const today = bookingOf(new Date()).day
const isInForce = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }) =>
  valid_from <= today && (valid_to === null || today <= valid_to)

describe("the legal basis of what a lot must say: mend data/trace-fields.csv when one of these fails", () => {
  it("still stands today for every row: the successor of a text that ended belongs into the table", async () => {
    const { traceFields } = await rows()
    const bases = [...new Set(traceFields.map(({ basis }) => basis))]
    const dead = bases.filter((basis) => !traceFields.some((row) => row.basis === basis && isInForce(row)))
    expect(dead).toEqual([])
  })

  it("asks once for each of the ten fields of the circular", async () => {
    const { traceFields } = await rows()
    const circular = traceFields.filter((row) => row.basis.startsWith("TT 02/2024") && isInForce(row))
    expect(circular.map(({ field }) => field)).toEqual(TEN_FIELDS)
  })

  it("knows one term for an OCOP certificate decided today", async () => {
    const { certificateTerms } = await rows()
    expect(certificateTerms.filter((row) => row.kind === "ocop" && isInForce(row))).toHaveLength(1)
  })
})
