import type { AddressInfo } from "node:net"
import { createServer, type Server, type Socket } from "node:net"
import { sentMessages } from "../demo/outbox"
import { emailClient } from "./email-client"

/** As much of RFC 5321 as one delivery needs; `refuse` answers a recipient with 550. */
function mailServer(received: { to: string[]; data: string }[], refuse: (to: string) => boolean): Server {
  return createServer((socket: Socket) => {
    let [text, inData, to] = ["", false, [] as string[]]
    const say = (line: string) => socket.write(`${line}\r\n`)
    say("220 mail.test")
    socket.on("error", () => undefined)
    socket.on("data", (chunk) => {
      text += chunk
      for (
        let end = text.indexOf(inData ? "\r\n.\r\n" : "\r\n");
        end >= 0;
        end = text.indexOf(inData ? "\r\n.\r\n" : "\r\n")
      ) {
        const line = text.slice(0, end)
        text = text.slice(end + (inData ? 5 : 2))
        if (inData) {
          received.push({ to, data: line })
          inData = false
          say("250 taken")
        } else if (/^RCPT/i.test(line)) {
          to = [...to, /<(.*?)>/.exec(line)?.[1] ?? ""]
          say(refuse(line) ? "550 no such box" : "250 ok")
        } else if (/^DATA/i.test(line)) {
          inData = true
          say("354 go on")
        } else say("250 ok")
      }
    })
  })
}

describe("the e-mail client", () => {
  const received: { to: string[]; data: string }[] = []
  const server = mailServer(received, (line) => line.includes("nobody@"))
  const client = () =>
    emailClient({
      url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      from: "Chợ làng nghề <cho@ninhbinh.example>",
    })
  beforeAll((done) => void server.listen(0, "127.0.0.1", done))
  afterAll((done) => void server.close(done))
  beforeEach(() => {
    received.length = 0
  })

  it("hands a plain text over to the mail server, its marks whole", async () => {
    const text = "Chị Hà ơi,\n\nđơn 7 đã được nhận."
    await client().send({ to: "ha@example.vn", subject: "Đơn hàng số 7", text, key: "notice-1" })
    expect(received.map(({ to }) => to)).toEqual([["ha@example.vn"]])
    const [head = "", body = ""] = (received[0]?.data ?? "").split("\r\n\r\n")
    const subject = /^Subject: =\?UTF-8\?Q\?(.*)\?=/m.exec(head)?.[1] ?? ""
    expect(fromQuotedPrintable(subject.replaceAll("_", " "))).toBe("Đơn hàng số 7")
    expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8/m)
    expect(head).toMatch(/^Content-Transfer-Encoding: base64/m)
    expect(Buffer.from(body, "base64").toString().replaceAll("\r\n", "\n")).toBe(text)
  })

  it("gives a message the same Message-ID however often it is sent", async () => {
    for (const key of ["a", "a", "b"]) await client().send({ to: "ha@example.vn", subject: "x", text: "x", key })
    const ids = received.map(({ data }) => /^Message-ID: (.*)/m.exec(data)?.[1])
    expect(ids[0]).toMatch(/@ninhbinh\.example>/)
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false])
  })

  it("writes to one address and no header of a stranger's", async () => {
    await client().send({ to: "ha@example.vn, spy@example.vn", subject: "x\r\nBcc: spy@example.vn", text: "x" })
    expect(received.map(({ to }) => to.length)).toEqual([1])
    expect(received[0]?.to).not.toContain("spy@example.vn")
    expect(received[0]?.data).not.toMatch(/^Bcc:/im)
  })

  it("throws when the server refuses", async () => {
    await expect(client().send({ to: "nobody@example.vn", subject: "x", text: "x" })).rejects.toThrow("550")
  })

  it("keeps the message in demo mode", async () => {
    await emailClient({ demo: true }).send({ to: "ha@example.vn", subject: "Đơn 7", text: "đã nhận" })
    expect(sentMessages()[0]).toMatchObject({ to: "ha@example.vn", subject: "Đơn 7", text: "đã nhận" })
  })

  it.each([{}, { url: "smtp://mail.test" }, { from: "a@b.vn" }])(
    "refuses to start with %j outside demo mode",
    (options) => {
      expect(() => emailClient(options)).toThrow("SMTP_URL")
    },
  )
})

/** RFC 2045 §6.7, and by it the words of a header (RFC 2047). */
const fromQuotedPrintable = (text: string) =>
  Buffer.from(
    text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  ).toString()
