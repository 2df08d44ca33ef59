import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { sentMessages } from "../demo/outbox"
import { smsClient } from "./sms-client"

describe("the SMS client", () => {
  let server: Server
  let answer = (_req: IncomingMessage, res: ServerResponse) => void res.end()
  const seen: { url?: string; authorization?: string; body: string }[] = []
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`

  beforeAll((done) => {
    server = createServer(async (req, res) => {
      let body = ""
      for await (const chunk of req) body += chunk
      seen.push({ url: req.url, authorization: req.headers.authorization, body })
      answer(req, res)
    }).listen(0, "127.0.0.1", done)
  })
  afterAll((done) => void server.close(done))
  beforeEach(() => {
    seen.length = 0
  })

  it("posts number and text with the token", async () => {
    answer = (_req, res) => void res.writeHead(202).end()
    await smsClient({ url: url(), token: "secret" }).send("+84912345678", "Xin chào")
    expect(seen).toEqual([
      { url: "/sms", authorization: "Bearer secret", body: JSON.stringify({ to: "+84912345678", text: "Xin chào" }) },
    ])
  })

  it("throws when the gateway refuses, without telling the text", async () => {
    answer = (_req, res) => void res.writeHead(500).end()
    await expect(smsClient({ url: url() }).send("+84912345678", "mã 123456")).rejects.toThrow("answered 500")
  })

  it("does not follow a redirect", async () => {
    answer = (_req, res) => void res.writeHead(307, { location: `${url()}/elsewhere` }).end()
    await expect(smsClient({ url: url() }).send("+84912345678", "x")).rejects.toThrow("answered 307")
    expect(seen).toHaveLength(1)
  })

  it("keeps the last 200 in demo mode, newest first", async () => {
    const client = smsClient({ demo: true })
    for (let index = 0; index < 201; index++) await client.send("+84912345678", `number ${index}`)
    expect(sentMessages()).toHaveLength(200)
    expect(sentMessages()[0]?.text).toBe("number 200")
  })

  it("refuses to start without a gateway outside demo mode", () => {
    expect(() => smsClient({ demo: false })).toThrow("SMS_GATEWAY_URL")
  })
})
