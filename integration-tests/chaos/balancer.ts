import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"

/**
 * One address before the shop's processes, as a proxy gives it: each request goes to the next one that runs. While none
 * runs, or when it dies under a request, the caller sees its connection cut.
 */
export async function startBalancer() {
  const targets: string[] = []
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    const target = targets[turn++ % Math.max(1, targets.length)]
    if (!target) return void outgoing.destroy()
    const { method, headers, url: path } = incoming
    const onward = request(new URL(path ?? "/", target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.on("error", () => outgoing.destroy())
    })
    onward.on("error", () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    targets,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
