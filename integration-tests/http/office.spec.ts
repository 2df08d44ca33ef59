import { db, demo } from "../harness/shop"
import {
  as,
  HOME,
  http,
  NEIGHBOUR,
  newOfficial,
  operatorToken,
  pendingProducer,
  random,
  stateOf,
  trailOf,
} from "./helpers/officials"
import { messagesTo } from "./helpers/phone-login"
import { household, postListing } from "./helpers/visitors"

let commune: { id: string; token: string }
let neighbour: { token: string }
let province: string

beforeAll(async () => {
  const operator = await operatorToken()
  commune = await newOfficial(operator, "commune", HOME)
  neighbour = await newOfficial(operator, "commune", NEIGHBOUR)
  province = (await newOfficial(operator, "province", "37")).token
})

const smsTo = async (phone: string) => (await messagesTo(phone.replace("+84", "0")))[0] ?? ""

describe("an official decides", () => {
  const act = (id: string, move: string, body = {}) =>
    as(commune.token)("post", `/officials/me/producers/${id}/${move}`).send(body)

  it("approves: the household sells, hears of it and the act is on record", async () => {
    const producer = await pendingProducer()
    await act(producer.id, "approve").expect(200, { producer: { id: producer.id, status: "approved" } })
    expect((await stateOf(producer.id)).approved_at).toBeInstanceOf(Date)
    expect(await trailOf(producer.id)).toEqual([
      { act: "approve", actor_kind: "official", actor_id: commune.id, reason: null },
    ])
    const sms = await smsTo(producer.phone)
    expect(sms).toContain("đã được duyệt")
    expect(sms).toContain(`/market/producers/${producer.id}`)
  })

  it("refuses only with a reason, which the household reads", async () => {
    const producer = await pendingProducer()
    const bare = await act(producer.id, "refuse", { reason: "  " }).expect(400)
    expect(bare.body.message).toContain("lý do")
    expect((await stateOf(producer.id)).status).toBe("pending")
    await act(producer.id, "refuse", { reason: "Ảnh chưa rõ, xin chụp lại." }).expect(200)
    expect(await stateOf(producer.id)).toMatchObject({ status: "refused", status_reason: "Ảnh chưa rõ, xin chụp lại." })
    expect(await smsTo(producer.phone)).toContain("Lý do: Ảnh chưa rõ, xin chụp lại. Bạn sửa rồi gửi lại được")
  })

  it("suspends and lets sell again", async () => {
    const producer = await pendingProducer()
    await act(producer.id, "approve").expect(200)
    const { approved_at } = await stateOf(producer.id)
    await act(producer.id, "suspend", { reason: "Khách phản ánh" }).expect(200)
    expect(await stateOf(producer.id)).toMatchObject({ status: "suspended", status_reason: "Khách phản ánh" })
    await act(producer.id, "reinstate").expect(200)
    expect(await stateOf(producer.id)).toEqual({ status: "approved", status_reason: null, approved_at })
    expect((await trailOf(producer.id)).map((entry) => entry.act)).toEqual(["approve", "suspend", "reinstate"])
  })

  it("puts the goods on the market and takes them off again, at once and everywhere", async () => {
    const shop = await household("pending")
    const { handle } = await postListing(shop.token)
    const shown = async () => {
      const asked = [`/market/products/${handle}`, `/market/producers/${shop.handle}`, `/store/listings/${handle}`]
      const answers = asked.map((path) => http().get(path).set("x-publishable-api-key", demo().publishable_api_key))
      return (await Promise.all(answers)).map(({ status }) => status)
    }
    expect(await shown()).toEqual([404, 404, 404])
    await act(shop.id, "approve").expect(200)
    expect(await shown()).toEqual([200, 200, 200])
    await act(shop.id, "suspend", { reason: "Cần xác minh" }).expect(200)
    expect(await shown()).toEqual([404, 404, 404])
    await act(shop.id, "reinstate").expect(200)
    expect(await shown()).toEqual([200, 200, 200])
  })

  it("confirms OCOP stars by number and date of the decision, and takes the mark back", async () => {
    const shop = await household("approved")
    const { id } = await postListing(shop.token)
    const mark = (body: object) =>
      as(commune.token)("post", `/officials/me/producers/${shop.id}/listings/${id}/ocop`).send(body)
    const stars = async () =>
      (await db().query("select ocop_status, ocop_decided_on from listing where id = $1", [id])).rows[0]
    await mark({ decision: "verify", decided_on: "2024-05-02" }).expect(400)
    await mark({ decision: "verify", decision_number: "123/QĐ-UBND", decided_on: "2999-01-01" }).expect(400)
    expect((await stars()).ocop_status).toBe("unverified")
    await mark({ decision: "verify", decision_number: "123/QĐ-UBND", decided_on: "2024-05-02" }).expect(200)
    expect(await stars()).toEqual({ ocop_status: "verified", ocop_decided_on: "2024-05-02" })
    await mark({ decision: "unverify" }).expect(200)
    expect((await stars()).ocop_status).toBe("unverified")
    expect((await trailOf(id)).map((entry) => entry.act).filter((name) => name.startsWith("ocop"))).toEqual([
      "ocop-verify",
      "ocop-unverify",
    ])
  })

  it("gets a clear conflict for a move the state does not allow, and nothing changes", async () => {
    const producer = await pendingProducer({ status: "draft" })
    const { body } = await act(producer.id, "approve").expect(409)
    expect(body.message).toContain("có người vừa quyết định trước")
    expect(await stateOf(producer.id)).toMatchObject({ status: "draft" })
    expect(await trailOf(producer.id)).toEqual([])
  })

  it("and another at the same moment make one decision", async () => {
    const producer = await pendingProducer()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        as(i % 2 ? commune.token : province)(
          "post",
          `/officials/me/producers/${producer.id}/${i % 4 < 2 ? "approve" : "refuse"}`,
        ).send({
          reason: "Thử",
        }),
      ),
    )
    const codes = answers.map(({ status }) => status).sort()
    expect(codes).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    const won = answers.find(({ status }) => status === 200)?.body.producer.status
    expect((await stateOf(producer.id)).status).toBe(won)
    expect(await trailOf(producer.id)).toHaveLength(1)
  })

  it("does not know moves that are not its own", async () => {
    const producer = await pendingProducer()
    await act(producer.id, "submit").expect(404)
    await act(producer.id, "approve", { reason: 5 }).expect(400)
    expect((await stateOf(producer.id)).status).toBe("pending")
  })
})

describe("an official sees its area", () => {
  it("and nothing of the commune beside it", async () => {
    const producer = await pendingProducer()
    const other = as(neighbour.token)
    await other("get", `/officials/me/producers/${producer.id}`).expect(404)
    await other("post", `/officials/me/producers/${producer.id}/approve`).expect(404)
    expect((await stateOf(producer.id)).status).toBe("pending")
    const { body } = await other("get", `/officials/me/producers?q=${encodeURIComponent(producer.name)}`).expect(200)
    expect(body.count).toBe(0)
    await as(province)("get", `/officials/me/producers/${producer.id}`).expect(200)
  })

  it("answers a foreign id as an unknown one", async () => {
    const producer = await pendingProducer()
    const known = await as(neighbour.token)("get", `/officials/me/producers/${producer.id}`)
    const unknown = await as(neighbour.token)("get", "/officials/me/producers/prod_hh_none")
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  })

  it("finds without marks, by phone and by state, waiting ones first", async () => {
    const producer = await pendingProducer({ name: `Gốm Bồ Bát ${random()} Đỗ` })
    const find = async (query: string) =>
      (await as(province)("get", `/officials/me/producers?${query}`).expect(200)).body as {
        count: number
        producers: { id: string; status: string }[]
      }
    const tail = producer.name.split(" ")[3]
    expect((await find(`q=gom bo bat ${tail} do`)).producers.map(({ id }) => id)).toEqual([producer.id])
    expect((await find(`q=${producer.phone.replace("+84", "0")}`)).producers.map(({ id }) => id)).toEqual([producer.id])
    expect((await find(`q=${tail}&status=approved`)).count).toBe(0)
    expect((await find("limit=1")).producers[0]?.status).toBe("pending")
    expect((await find("status=nonsense&limit=x&offset=-1")).count).toBeGreaterThan(0)
    expect((await find("q='); drop table producer; --")).count).toBe(0)
  })

  it("reads shops of one owner inside it only, and never the tax code or its keys", async () => {
    const holding_key = random()
    const [here, twin, away] = [
      await pendingProducer({ holding_key }),
      await pendingProducer({ holding_key }),
      await pendingProducer({ holding_key, commune_code: NEIGHBOUR }),
    ]
    const { body, text } = await as(commune.token)("get", `/officials/me/producers/${here.id}`).expect(200)
    expect(body.same_owner.map(({ id }: { id: string }) => id)).toEqual([twin.id])
    expect(text).not.toContain(holding_key)
    expect(text).not.toContain(away.id)
    expect(text).not.toMatch(/cipher|holding_key/)
  })
})
