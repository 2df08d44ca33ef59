import request from "supertest"
import { baseUrl, db, demo } from "../harness/shop"

describe("the shop that npm start serves", () => {
  it("answers with the plugin's own page, not with Medusa alone", async () => {
    await request(baseUrl()).get("/health").expect(200)
    const page = await request(baseUrl()).get("/market").expect(200)
    expect(page.headers["content-type"]).toContain("text/html")
  })

  it("serves the operator's dashboard", async () => {
    await request(baseUrl()).get("/app").expect(200).expect("content-type", /html/)
  })

  it("tells scripts its address", () => {
    expect(demo().base_url).toBe(baseUrl())
  })

  it("keeps text in a database that lowers Vietnamese letters", async () => {
    const { rows } = await db().query("select lower('ĐỒ GỖ') as text")
    expect(rows).toEqual([{ text: "đồ gỗ" }])
  })
})
