import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export type Asked = { method: string; url: URL; body: string }
/** `hang_up`: the connection is cut instead of an answer. */
export type Reply = { status: number; headers?: Record<string, string>; body: string } | "hang_up"

export const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
})

/** A server of this process, reachable from this machine alone: it outlives the shop that is killed. */
export async function listen(answer: (asked: Asked) => Promise<Reply>) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://127.0.0.1")
      const asked = { method: request.method ?? "", url, body: Buffer.concat(chunks).toString() }
      answer(asked).then(
        (reply) => send(response, reply),
        (error) => send(response, { status: 500, body: String(error) }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, close }
}

function send(response: ServerResponse, reply: Reply) {
  if (reply === "hang_up") return void response.destroy()
  response.writeHead(reply.status, reply.headers)
  response.end(reply.body)
}
