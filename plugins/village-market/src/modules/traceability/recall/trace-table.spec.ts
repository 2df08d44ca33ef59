import type { Trace } from "./read-trace"
import { traceTable } from "./trace-table"

const line = (n: number, commune_code: string) => ({
  ...{ line_id: `l${n}`, order_no: `${n}-1`, producer_id: "p", commune_code, producer: "Gốm", title: "Bình" },
  ...{ lot_code: "ABCD2345", quantity: 7777, unit: "cái", handed_over_at: new Date("2026-11-20T03:00:00Z") },
  ...{ buyer: "Chị Hà", phone: "+84912345678", address: "12 Đội Cấn", buyer_commune: "00004" },
})
const trace: Trace = {
  lots: [
    {
      ...{ id: "lot", code: "ABCD2345", title: "Bình", made_on: "2026-11-01", status: "active", producer_id: "p" },
      ...{ producer: "Gốm", commune_code: "13966", place: "asked" },
    },
  ],
  changes: [{ id: "c", kind: "split", at: "2026-11-02", inputs: ["RAWR2345"], outputs: ["ABCD2345"] }],
  lines: [line(1, "13966"), line(2, "13834")],
}

describe("a trace as a table", () => {
  it("has as many cells in every row as the head names", () => {
    const [head = [], ...rows] = traceTable(trace, { personal: () => true, counted: () => true })
    expect(rows).toHaveLength(4)
    for (const row of rows) expect(row).toHaveLength(head.length)
  })

  it("names no buyer and no quantity unless it may", () => {
    const hidden = JSON.stringify(traceTable(trace, { personal: () => false, counted: () => false }))
    for (const private_ of ["Chị Hà", "912345678", "Đội Cấn", "7777"]) expect(hidden).not.toContain(private_)
    expect(hidden).toContain("1-1")
    const home = ({ commune_code }: { commune_code: string | null }) => commune_code === "13966"
    const rows = traceTable(trace, { personal: home, counted: home })
    expect(rows.filter((row) => row.includes("Chị Hà")).map((row) => row[9])).toEqual(["1-1"])
  })
})
