import { readStatement } from "./statement"

const ACCOUNT = "19001234567"
const read = (text: string) => {
  const statement = readStatement(Buffer.from(text), ACCOUNT)
  if (!statement.ok) throw new Error(statement.problem)
  return statement.lines
}
const short = (text: string) =>
  read(text).map((one) => (one.ok ? `${one.direction} ${one.amount} ${one.content}` : `${one.line} ${one.problem}`))

describe("a bank's statement", () => {
  it("is found under lines about the account, whatever parts its cells", () => {
    const lines = read(
      "\uFEFFSao kê tài khoản;19001234567;;;\n;;;;\nSTT;Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n" +
        '1;24/11/2026 14:02:37;FT26328;;1.250.000;"CT tu NGUYEN VAN A; LN23456789A"\n' +
        "2;24/11/2026;FT26329;50.000;0;Phí\n;;;50.000;1.250.000;Tổng cộng\n",
    )
    expect(lines).toMatchObject([
      {
        ...{ line: 4, ok: true, direction: "in", amount: 1_250_000, bank_reference: "FT26328", whole_day: false },
        content: "CT tu NGUYEN VAN A; LN23456789A",
        booked_at: new Date("2026-11-24T07:02:37Z"),
      },
      { ok: true, direction: "out", amount: 50_000, whole_day: true, booked_at: new Date("2026-11-23T17:00:00Z") },
      { line: 6, ok: false, problem: "date" },
    ])
  })

  it("may sign its amounts instead", () => {
    expect(short('Date,Amount,Description\n2026-11-24,"1,250,000.00",in\n2026-11-25,-50000,out\n')).toEqual([
      "in 1250000 in",
      "out 50000 out",
    ])
    expect(short("Ngày,Số tiền,Diễn giải\n24/11/2026,+90.000,a\n24/11/2026,(5.000),b\n")).toEqual([
      "in 90000 a",
      "out 5000 b",
    ])
  })

  it("says which lines it does not understand, and guesses nothing", () => {
    expect(
      short("Ngày,Ghi có,Ghi nợ,Nội dung\n31/02/2026,1,,a\n24/11/2026,12.5,,b\n24/11/2026,,,c\n24/11/2026,1,2,d\n"),
    ).toEqual(["2 date", "3 amount", "4 amount", "5 amount"])
  })

  it("knows a movement again, and two alike from one", () => {
    const once = read("Ngày,Số tiền,Nội dung\n24/11/2026,90000,a\n24/11/2026,90000,a\n25/11/2026,90000,a\n")
    const again = read("Nội dung;Ngày;Số tiền\na;24/11/2026;90.000\na;24/11/2026;90.000\n")
    const ids = (lines: typeof once) => lines.map((line) => line.ok && line.source_id)
    expect(new Set(ids(once)).size).toBe(3)
    expect(ids(again)).toEqual(ids(once).slice(0, 2))
    const named = read("Ngày,Số tiền,Nội dung,Mã giao dịch\n24/11/2026,90000,a,FT1\n24/11/2026,90000,a,FT2\n")
    expect(new Set(ids(named)).size).toBe(2)
    const nextDay = read("Ngày,Số tiền,Nội dung,Mã giao dịch\n24/11/2026,90000,a,1\n25/11/2026,90000,a,1\n")
    expect(new Set(ids(nextDay)).size).toBe(2)
  })

  it("takes the columns where somebody says they are", () => {
    const text = "Khi nào,Bao nhiêu,Gì\n24/11/2026,90000,LN\n"
    expect(readStatement(Buffer.from(text), ACCOUNT)).toMatchObject({ ok: false, problem: "no_columns" })
    const mapping = { line: 1, columns: { date: 0, amount: 1, content: 2 } }
    expect(readStatement(Buffer.from(text), ACCOUNT, mapping)).toMatchObject({
      ok: true,
      head: ["Khi nào", "Bao nhiêu", "Gì"],
      lines: [{ ok: true, amount: 90_000, content: "LN" }],
    })
    expect(readStatement(Buffer.from(text), ACCOUNT, { line: 1, columns: { date: 0 } }).ok).toBe(false)
    expect(readStatement(Buffer.from([0, 1, 2]), ACCOUNT)).toMatchObject({ ok: false, problem: "not_text" })
  })
})
