import { join } from "node:path"
import { bookingOf } from "../trade/booking"
import { inForce } from "../trade/commission"
import { TIME_LIMITS } from "../trade/time-limits"
import { TAX_METHODS } from "../trade/vat"
import { TAX_ACTIVITIES } from "../trade/withholding"
import { PRODUCER_KINDS } from "./models/producer"
import { readReferenceData } from "./reference-data"

const today = bookingOf(new Date()).day

async function data() {
  const read = await readReferenceData(join(__dirname, "../../../../../data"))
  if (!read.ok) throw new Error(read.report)
  return read.data
}

/** How many rows of each name are in force today. */
const counted = <Row extends { valid_from: string; valid_to: string | null }>(
  rows: Row[],
  names: readonly string[],
  of: (row: Row) => string,
) => names.map((name) => [name, rows.filter((row) => of(row) === name && inForce(row, today)).length])
const once = (names: readonly string[]) => names.map((name) => [name, 1])

describe("the dated tables: mend the file in data/ when one of these fails", () => {
  it("have one VAT rate in force for every method", async () => {
    const { vatRates } = await data()
    expect(counted(vatRates, TAX_METHODS, ({ method }) => method)).toEqual(once(TAX_METHODS))
  })

  it("have one withholding rate in force for every activity", async () => {
    const { withholdingRates } = await data()
    expect(counted(withholdingRates, TAX_ACTIVITIES, ({ activity }) => activity)).toEqual(once(TAX_ACTIVITIES))
  })

  it("have one general commission rate in force for every kind of seller", async () => {
    const { commissionRates } = await data()
    const general = commissionRates.filter(({ vsic_prefix }) => vsic_prefix === null)
    expect(counted(general, PRODUCER_KINDS, ({ producer_kind }) => producer_kind)).toEqual(once(PRODUCER_KINDS))
  })

  it("have one time limit in force for every step of an order", async () => {
    const { orderTimeLimits } = await data()
    expect(counted(orderTimeLimits, TIME_LIMITS, ({ step }) => step)).toEqual(once(TIME_LIMITS))
  })
})
