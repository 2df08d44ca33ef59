import { newBankReference } from "../vietqr/reference"
import { nearest, suggest, suggester } from "./suggest"

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
const attempt = {
  id: "a1",
  txn_ref: "LNA2B3C4D5E",
  amount: 150_000,
  created_at: at(8),
  buyer_name: "Nguyễn Thị Đào",
  buyer_phone: "+84912345678",
}
const transfer = { id: "t1", amount: 90_000, content: "chuyen tien", booked_at: at(20) }
const reasons = (change: object, others: (typeof transfer)[] = []) =>
  suggest({ ...transfer, ...change }, [attempt], others)[0]?.reasons

describe("what a transfer may have been meant for", () => {
  it("is told by a reference, also one written wrong", () => {
    expect(reasons({ content: "ck LNA2B3C4D5E" })).toEqual(["reference"])
    expect(reasons({ content: "ck LN A2B3 C4D5" })).toEqual(["near_reference"])
    expect(reasons({ content: "LNA2B8C4D5" })).toEqual(["near_reference"])
    expect(reasons({ content: "LNA2B8C4" })).toBeUndefined()
  })

  it("is told by amount, name, phone, and by time only beside another reason", () => {
    expect(reasons({ amount: 150_000 })).toEqual(["same_amount"])
    expect(reasons({ amount: 150_000, booked_at: at(9) })).toEqual(["same_amount", "near_in_time"])
    expect(reasons({ content: "NGUYEN THI DAO chuyen tien" })).toEqual(["name"])
    expect(reasons({ content: "mua gom 0912 345 678" })).toEqual(["phone"])
    expect(reasons({ booked_at: at(9) })).toBeUndefined()
  })

  it("is told by the transfers that together make up the amount", () => {
    const rest = { id: "t2", amount: 60_000, content: "them LNA2B3C4D5E", booked_at: at(21) }
    const found = suggest({ ...transfer, content: "LNA2B3C4D5E" }, [attempt], [rest])
    expect(found).toEqual([{ attempt_id: "a1", reasons: ["reference", "sum"], with: ["t2"] }])
    expect(reasons({ content: "LNA2B3C4D5E" }, [{ ...rest, amount: 59_999 }])).toEqual(["reference"])
  })

  it("puts the likeliest first, and leaves out what only costs as much where one is named", () => {
    const other = { ...attempt, id: "a2", txn_ref: "LNZZZZZZZZZ", amount: 90_000, buyer_name: "Lê Văn Tám" }
    const found = (content: string) =>
      suggest({ ...transfer, content }, [other, attempt], []).map(({ attempt_id }) => attempt_id)
    expect(found("LNA2B3C4D5")).toEqual(["a1", "a2"])
    expect(found("LNA2B3C4D5E")).toEqual(["a1"])
  })

  it("takes little time for many transfers, many orders and long contents", () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ ...attempt, id: `a${at}`, txn_ref: newBankReference() }))
    const content = "CT tu tai khoan ".repeat(20)
    const texts = Array.from({ length: 200 }, (_, at) => ({ ...transfer, id: `t${at}`, content: `${content}${at}` }))
    const began = Date.now()
    const find = suggester(many, texts)
    for (const one of texts) find(one)
    expect(Date.now() - began).toBeLessThan(3000)
  })

  it("finds a reference with two wrong characters anywhere", () => {
    const wanted = attempt.txn_ref
    for (let one = 0; one < wanted.length; one++) {
      for (let two = one + 1; two < wanted.length; two++) {
        const wrong = [...wanted].map((letter, at) => (at === one || at === two ? "9" : letter)).join("")
        expect([wrong, reasons({ content: wrong })]).toEqual([wrong, ["near_reference"]])
        expect(reasons({ content: [...wanted].filter((_, at) => at !== one && at !== two).join("") })).toEqual([
          "near_reference",
        ])
      }
    }
  })

  it("counts the changes to the nearest stretch", () => {
    expect(nearest("ABC", "xxABCxx")).toBe(0)
    expect(nearest("ABC", "xxACxx")).toBe(1)
    expect(nearest("ABC", "")).toBe(3)
  })
})
