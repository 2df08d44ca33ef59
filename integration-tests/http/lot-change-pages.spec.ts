import { randomUUID } from "node:crypto"
import { day, type Maker, newLot, page, twoMakers } from "./helpers/lots"

let owner: Maker
let other: Maker

beforeAll(async () => {
  ;[owner, other] = await twoMakers()
})

const send = (path: string, fields: object, maker = owner) =>
  page(maker)("post", path)
    .set("origin", new URL(process.env.TEST_BASE_URL ?? "").origin)
    .type("form")
    .send({ key: randomUUID(), happened_at: day(0), ...fields })

describe("the pages on which lots change", () => {
  it("lead from raw material to goods, with the balance told in words, without script", async () => {
    await page(owner)("get", "/producer/lots/raw").expect(200)
    const raw = { title: "Thóc tẻ", quantity: "80", unit: "kg", made_on: day(2), supplier: "", supplier_lot: "" }
    const wrong = await send("/producer/lots/raw", { ...raw, quantity: "" }).expect(400)
    expect(wrong.text).toContain("Thóc tẻ")
    const made = await send("/producer/lots/raw", raw).expect(303)
    const lot = String(made.headers.location).split("?")[0]
    expect((await page(owner)("get", `${lot}`).expect(200)).text).toContain("Làm thành hàng khác")
    const milled = { input: "80", becomes: "", title: "Gạo tẻ", unit: "kg", output: "57" }
    const over = await send(`${lot}/transform`, milled).expect(400)
    expect(over.text).toContain("nhiều nhất 56 kg")
    expect(over.text).toContain("Lần cân trước thiếu")
    await send(`${lot}/transform`, milled, other).expect(404)
    const done = await send(`${lot}/transform`, { ...milled, reason: "weighing" }).expect(303)
    const rice = String(done.headers.location).split("?")[0]
    await send(`${rice}/split`, { part_1: "10,5", part_2: "" }).expect(303)
    expect((await page(owner)("get", `${rice}`).expect(200)).text).toContain("46,5")
    const refused = await send(`${rice}/split`, { part_1: "60" }).expect(400)
    expect(refused.text).toContain("chỉ còn 46,5 kg")
    const undone = await newLot(owner)
    const shown = async () => (await page(owner)("get", `/producer/lots/${undone.id}`).expect(200)).text
    await send(`/producer/lots/${undone.id}/split`, { part_1: "4" }).expect(303)
    const change = /name="change_id" value="([^"]+)"/.exec(await shown())?.[1]
    const mistake = { target: "change", reason: "did_not_occur", change_id: change }
    await send(`/producer/lots/${undone.id}/correct`, mistake, other).expect(404)
    await send(`/producer/lots/${undone.id}/correct`, mistake).expect(303)
    expect(await shown()).toContain("Đã hủy")
    const step = /name="step_id" value="([^"]+)"/.exec(await shown())?.[1]
    await send(`/producer/lots/${undone.id}/correct`, {
      target: "step",
      reason: "incorrect_data",
      step_id: step,
    }).expect(303)
    expect(await shown()).toMatch(/<s>.*ghi sai/s)
    const both = await page(owner)("get", "/producer/lots/merge").expect(200)
    const names = [...both.text.matchAll(/name="(lot_lot_[^"]+)"/g)].map(([, name]) => [name, "1"])
    expect(names).toHaveLength(2)
    await send("/producer/lots/merge", Object.fromEntries(names.slice(0, 1))).expect(400)
    await send("/producer/lots/merge", Object.fromEntries(names)).expect(303)
  })

  it("correct an amount, and keep strangers out", async () => {
    const raw = { title: "Đất sét", quantity: "1.500", unit: "kg", made_on: day(2) }
    const lot = String((await send("/producer/lots/raw", raw).expect(303)).headers.location).split("?")[0]
    expect((await page(owner)("get", `${lot}`)).text).toContain("1.500")
    await page(other)("get", `${lot}/correct`).expect(404)
    await send(`${lot}/correct`, { quantity: "1.400" }, other).expect(404)
    await send(`${lot}/correct`, { quantity: "1.400", note: "Cân lại" }).expect(303)
    const shown = (await page(owner)("get", `${lot}`).expect(200)).text
    expect(shown).toContain("1.400")
    expect(shown).toMatch(/<s>.*<\/s>/s)
  })
})
