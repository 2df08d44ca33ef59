import { describe, expect, it } from "@jest/globals"
import { readSettlementFile } from "./read-lines"

const read = (text: string, named = {}) => readSettlementFile(Buffer.from(text), named)

describe("a settlement file", () => {
  it("is read by its headings, below lines about the merchant and above a line of totals", () => {
    const file = read(
      [
        "Báo cáo giao dịch;;;;;;",
        "Mã đơn hàng;Mã giao dịch VNPAY;Số tiền (VND);Phí;Thời gian giao dịch;Loại giao dịch;Trạng thái",
        "LN1;14226112;120.000;1.320;24/11/2026 10:05:00;Thanh toán;Giao dịch thành công",
        "LN1;14226113;-20.000;0;24/11/2026 23:59:59;Hoàn tiền;Thành công",
        "LN2;14226114;50.000;;25/11/2026;Thanh toán;Giao dịch không thành công",
        "LN3;14226115;50.000;;25/11/2026;Thanh toán;Đang xử lý",
        ";;220.000;1.320;;;",
      ].join("\n"),
    )
    if (!file.ok) throw new Error(file.problem)
    expect(file.problems).toEqual([])
    expect(file.columns).toMatchObject({ txn_ref: "Mã đơn hàng", amount: "Số tiền (VND)", fee: "Phí" })
    expect(file.lines).toMatchObject([
      {
        line: 3,
        kind: "payment",
        txnRef: "LN1",
        transactionNo: "14226112",
        amount: 120_000,
        fee: 1320,
        day: "2026-11-24",
        status: "done",
      },
      { kind: "refund", amount: 20_000, fee: 0, day: "2026-11-24", status: "done" },
      { kind: "payment", amount: 50_000, fee: null, day: "2026-11-25", status: "failed" },
      { status: "other" },
    ])
  })

  it("takes the operator's names of columns before its own, and a bare file of three columns", () => {
    const text = "Ref,Date,Gross,Net\nLN1,2026-11-24,1000,990\nLN2,2026-11-24,-500,-500\n"
    expect(read(text)).toMatchObject({ ok: false, problem: "no_headings", headings: ["Ref", "Date", "Gross", "Net"] })
    const file = read(text, { txn_ref: "Ref", amount: "net" })
    if (!file.ok) throw new Error(file.problem)
    expect(file.lines).toMatchObject([
      { kind: "payment", amount: 990, status: "done" },
      { kind: "refund", amount: 500, status: "done" },
    ])
  })

  it("names every cell that it cannot read, and guesses nothing", () => {
    const file = read(
      "vnp_TxnRef,vnp_Amount,vnp_PayDate,Fee,Type\nA,12.5,20261124140506,,\nB,1000,soon,,\nC,1000,20261124140506,1.5,\nD,1000,20261124140506,,gift\n",
    )
    if (!file.ok) throw new Error(file.problem)
    expect(file.lines).toEqual([])
    expect(file.problems).toEqual([
      { line: 2, column: "amount", cell: "12.5" },
      { line: 3, column: "date", cell: "soon" },
      { line: 4, column: "fee", cell: "1.5" },
      { line: 5, column: "type", cell: "gift" },
    ])
  })
})
