import { describe, expect, it } from "@jest/globals"
import { type ColumnNames, cellOf, findColumns } from "./find-columns"
import { readSheet } from "./read-sheet"

const NAMES: ColumnNames<"day" | "amount" | "note"> = {
  day: ["Ngày giao dịch", "Date"],
  amount: ["Số tiền", "Amount"],
  note: ["Nội dung"],
}
const read = (text: string | Uint8Array) => readSheet(typeof text === "string" ? Buffer.from(text) : text)

function table(text: string | Uint8Array) {
  const sheet = read(text)
  if (!sheet.ok) throw new Error(sheet.problem)
  const found = findColumns(sheet.rows, NAMES, ["day", "amount"])
  return found?.body.map((row) => [
    row.line,
    cellOf(row, found.columns, "day"),
    cellOf(row, found.columns, "amount"),
    cellOf(row, found.columns, "note"),
  ])
}

describe("a table as a bank hands it out", () => {
  const text = `Tài khoản;0123\n\nNội dung;SỐ TIỀN (VND);Ngày giao dịch\n"Mua; hàng";1.000;24/11/2026\n`

  it("finds the headings below the lines about the account, in any order and spelling", () => {
    expect(table(text)).toEqual([[4, "24/11/2026", "1.000", "Mua; hàng"]])
  })

  it("reads commas, tabs, a byte order mark, UTF-16 and decomposed letters", () => {
    const expected = [[2, "24/11/2026", "1,000", ""]]
    expect(table('\ufeffDate,Amount\r\n24/11/2026,"1,000"\r\n')).toEqual(expected)
    expect(table("Ngày giao dịch\tSố tiền\n24/11/2026\t1,000\n".normalize("NFD"))).toEqual(expected)
    expect(table(Buffer.from("\ufeffDate\tAmount\n24/11/2026\t1,000\n", "utf16le"))).toEqual(expected)
  })

  it("says what is wrong with a file", () => {
    expect(read(Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]))).toMatchObject({ problem: "not_text" })
    expect(read("a\u0000b")).toMatchObject({ problem: "not_text" })
    expect(read(" \n\n")).toMatchObject({ problem: "empty" })
    expect(read('Date,Amount\n"1,2\n')).toMatchObject({ problem: "not_csv" })
    expect(table("Date,Sum\n1,2\n")).toBeUndefined()
  })
})
