import { db } from "../harness/shop"
import { decisionOn, movement, newTransferOrder, placed, tellSepay } from "./bank"
import { findGoods, shopClient } from "./basket"

const day = (at: Date) =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10).split("-").reverse().join("/")
const dotted = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, ".")

describe("a bank's statement", () => {
  const client = shopClient()
  const send = async (text: string, more: object = {}) => {
    const content = Buffer.from(text).toString("base64")
    const body = { file_name: "saoke.csv", content, import: true, ...more }
    return (await client.admin("post", "/admin/bank-transfers/statement", body)).statement
  }

  it("pays orders as SePay's notices do, counts nothing twice, and says of every line what became of it", async () => {
    const goods = await findGoods(client)
    const [one, told] = [await newTransferOrder(client, goods), await newTransferOrder(client, goods)]
    const known = movement({ transferAmount: told.amount, content: `MBVCB.${told.reference}.CT` })
    await tellSepay(known).expect(200)
    expect(await decisionOn(known.id)).toMatchObject({ kind: "captured" })
    const today = day(new Date())
    const mark = Date.now()
    const text = [
      "\uFEFFSao kê;;;;",
      "Ngày giao dịch;Mã giao dịch;Ghi nợ;Ghi có;Nội dung",
      `${today};A${mark};;${dotted(one.amount)};${one.reference} NGUYEN VAN A`,
      `${today};B${mark};;${dotted(told.amount)};NGUYEN VAN B ${told.reference}`,
      `${today};C${mark};;12.000;khong ro`,
      `${today};D${mark};5.500;;phi`,
      "Cộng;;;;",
    ].join("\r\n")
    const preview = await send(text, { import: false })
    expect(preview).toMatchObject({ ok: true, mapping: { columns: { date: 0, reference: 1, credit: 3 } } })
    expect((await db().query("select 1 from bank_transaction where bank_reference = $1", [`A${mark}`])).rows).toEqual(
      [],
    )
    const { lines } = await send(text)
    expect(lines).toMatchObject([
      { line: 3, outcome: "new", decision: "captured" },
      { line: 4, outcome: "new", decision: "same" },
      { line: 5, outcome: "new", decision: "review", reason: "no_reference" },
      { line: 6, outcome: "new", decision: "not_ours", reason: "outgoing" },
      { line: 7, ok: false, problem: "date" },
    ])
    await placed(one.order_id)
    await placed(told.order_id)
    const again = await send(text)
    expect(again.lines.slice(0, 4)).toMatchObject(
      lines.slice(0, 4).map((line: object) => ({ ...line, outcome: "known" })),
    )
    const { rows } = await db().query(
      "select count(*)::int as n from bank_transaction where bank_reference = any($1)",
      [["A", "B", "C", "D"].map((letter) => `${letter}${mark}`)],
    )
    expect(rows[0].n).toBe(4)
    // The webhook comes after the statement: it is the line's twin, not a second payment.
    const later = movement({ transferAmount: one.amount, content: `${one.reference} NGUYEN VAN A` })
    await tellSepay(later).expect(200)
    expect(await decisionOn(later.id)).toMatchObject({ kind: "same" })
  })

  it("may book a transfer after the weekend: the bank's reference tells that it is the one SePay told of", async () => {
    const mark = Date.now()
    const told = movement({ transferAmount: 43_000, content: "khong ro", referenceCode: `FT${mark}` })
    await tellSepay(told).expect(200)
    await decisionOn(told.id)
    const later = (days: number) => day(new Date(mark + days * 86_400_000))
    const { lines } = await send(
      [
        "Ngày giao dịch;Mã giao dịch;Ghi có;Nội dung",
        `${later(4)};GT${mark};43.000;khong ro`,
        `${later(4)};FT${mark};43.000;khong ro`,
        `${later(4)};FT${mark};43.000;khong ro`,
      ].join("\n"),
    )
    expect(lines).toMatchObject([{ decision: "review" }, { decision: "same" }, { decision: "review" }])
  })

  it("with more lines than one turn takes is decided whole", async () => {
    const mark = Date.now()
    const rows = Array.from({ length: 260 }, (_, at) => `${day(new Date())};M${mark}x${at};-1.000;phi ${at}`)
    const { lines } = await send(["Ngày giao dịch;Mã giao dịch;Số tiền;Nội dung", ...rows].join("\n"))
    expect(lines).toHaveLength(260)
    expect(new Set(lines.map(({ decision }: { decision: string }) => decision))).toEqual(new Set(["not_ours"]))
  })

  it("whose columns have other names is read where somebody says they are, and no other file is", async () => {
    const text = "Khi,Bao nhiêu,Gì\n24/11/2026,1000,khong ro\n"
    expect(await send(text)).toMatchObject({
      ok: false,
      problem: "no_columns",
      rows: [{ cells: ["Khi", "Bao nhiêu", "Gì"] }, {}],
    })
    const mapping = { line: 1, columns: { date: 0, amount: 1, content: 2 } }
    expect(await send(text, { mapping, import: false })).toMatchObject({
      ok: true,
      lines: [{ amount: 1000, direction: "in" }],
    })
    expect(await send("PK\u0000\u0003")).toMatchObject({ ok: false, problem: "not_text" })
  })
})
