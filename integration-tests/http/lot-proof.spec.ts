import { createHash } from "node:crypto"
import { db } from "../harness/shop"
import { as, day, http, type Maker, newLot, twoMakers } from "./helpers/lots"

let owner: Maker

beforeAll(async () => {
  ;[owner] = await twoMakers()
})

/** RFC 8785 and RFC 6962 once more, by another hand than the server's. */
const jcs = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(jcs)}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const object = value as Record<string, unknown>
  return `{${Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${jcs(object[key])}`)}}`
}
const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest()
type Line = { record: unknown; salt: string; entry: string; leaf: string; index: number }
const holds = ({ salt, entry, leaf }: Line, text: string) => {
  const hash = sha256(Buffer.from(salt, "hex"), Buffer.from(text, "utf8"))
  return hash.toString("hex") === entry && sha256(Buffer.from([0]), hash).toString("hex") === leaf
}

describe("the proof", () => {
  it("can be checked by anybody, and notices any flipped byte", async () => {
    const { code } = await newLot(owner)
    const reply = await http().get(`/trace-log/proof/${code}`).expect(200)
    expect(reply.headers["access-control-allow-origin"]).toBe("*")
    const lines: Line[] = reply.body.records
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const text = jcs(line.record)
      expect(line.salt).toMatch(/^[0-9a-f]{64}$/)
      expect(holds(line, text)).toBe(true)
      const bytes = Buffer.from(text, "utf8")
      for (let at = 0; at < bytes.length; at += 7) {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        expect(sha256(Buffer.from(line.salt, "hex"), flipped).toString("hex")).not.toBe(line.entry)
      }
    }
    expect(new Set(lines.map(({ salt }) => salt)).size).toBe(3)
  })

  it("is written into a log without gaps, whose rows the database refuses to change", async () => {
    const { id } = await newLot(owner)
    await Promise.all(
      Array.from({ length: 8 }, () =>
        as(owner)("post", `/producers/me/lots/${id}/steps`)
          .send({ step: "packing", happened_at: day(0) })
          .expect(201),
      ),
    )
    const { rows } = await db().query(
      `select h.size::int, count(g.seq)::int as lines, min(g.seq)::int as first, max(g.seq)::int as last,
         (select count(*)::int from epcis_event) as events, (select count(*)::int from log_salt) as salts
       from log_head h, log_entry g group by h.size`,
    )
    const { size } = rows[0]
    expect(rows[0]).toEqual({ size, lines: size, first: 0, last: size - 1, events: size, salts: size })
    const refused = { code: "23001" }
    await expect(db().query("update epcis_event set note = 'x' where lot_id = $1", [id])).rejects.toMatchObject(refused)
    await expect(db().query("delete from epcis_event where lot_id = $1", [id])).rejects.toMatchObject(refused)
    await expect(db().query("update log_entry set leaf = 'x'")).rejects.toMatchObject(refused)
    await expect(db().query("delete from log_entry")).rejects.toMatchObject(refused)
    await expect(db().query("truncate log_entry")).rejects.toMatchObject(refused)
    await expect(db().query("update log_salt set salt = 'x'")).rejects.toMatchObject(refused)
  })

  it("makes the page warn when somebody got past that", async () => {
    const { id, code } = await newLot(owner)
    expect((await http().get(`/lot/${code}`).expect(200)).text).not.toContain("không còn khớp với lúc được ghi")
    await withoutTriggers(
      "update epcis_event set record = jsonb_set(record, '{vm:note}', '\"Lò cũi\"') where lot_id = $1 and step = 'inspecting'",
      id,
    )
    const { text } = await http().get(`/lot/${code}`).expect(200)
    expect(text).toContain("Bản ghi này đã bị sửa")
    expect(text).toContain("không còn khớp với lúc được ghi")
  })

  it("forgets a record whose salt is erased, and the log stands", async () => {
    const { id, code } = await newLot(owner)
    const [event] = (
      await db().query(
        "select g.seq from log_entry g join epcis_event e on e.id = g.event_row_id where e.lot_id = $1 order by g.seq limit 1",
        [id],
      )
    ).rows
    const [salt] = (await db().query("delete from log_salt where seq = $1 returning *", [event.seq])).rows
    const { body } = await http().get(`/trace-log/proof/${code}`).expect(200)
    const erased = body.records.find(({ index }: Line) => index === Number(event.seq))
    expect(Object.keys(erased).sort()).toEqual(["entry", "erased", "index", "leaf", "recorded_at", "tlog_proof"])
    await http()
      .get(`/lot/${code}`)
      .expect(200, /không đối chiếu được nữa/)
    // The salts are counted by another test.
    await db().query("insert into log_salt (seq, salt) values ($1, $2)", [salt.seq, salt.salt])
  })
})

async function withoutTriggers(sql: string, value: string) {
  const client = await db().connect()
  await client.query("begin")
  await client.query("set local session_replication_role = replica")
  await client.query(sql, [value])
  await client.query("commit")
  client.release()
}
