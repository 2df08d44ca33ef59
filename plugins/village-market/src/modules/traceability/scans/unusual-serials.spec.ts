import { unusualSerials } from "./unusual-serials"

const limits = { perDay: 10, days: 4 }
const on = (serial: string, ...counts: number[]) =>
  counts.map((count, at) => ({ serial, day: `2026-11-${String(at + 1).padStart(2, "0")}`, count }))

describe("serials worth a look", () => {
  it("are those scanned often on one day or on many days, just at the limit too", () => {
    const scans = [...on("A", 9, 9, 9), ...on("B", 10), ...on("C", 1, 1, 1, 1), ...on("D", 1, 1, 1)]
    expect(unusualSerials(scans, limits)).toEqual([
      { serial: "B", total: 10, days: 1, most: 10, why: "many_in_a_day" },
      { serial: "C", total: 4, days: 4, most: 1, why: "many_days" },
    ])
  })

  it("never are the lot's own code, however often it was scanned", () => {
    expect(unusualSerials(on("", 500, 500, 500, 500, 500), limits)).toEqual([])
  })

  it("adds what two processes counted on the same day", () => {
    const twice = [...on("A", 6), ...on("A", 6)]
    expect(unusualSerials(twice, limits)).toMatchObject([{ serial: "A", total: 12, days: 1, most: 12 }])
  })

  it("come with the most scanned first", () => {
    const found = unusualSerials([...on("A", 11), ...on("B", 30), ...on("C", 11)], limits)
    expect(found.map(({ serial }) => serial)).toEqual(["B", "A", "C"])
  })
})
