import net from "node:net"
import { anyFreePort, firstFreePort, isFree, parsePort } from "./port.mjs"

/** @param {string} host */
async function listening(host) {
  const server = net.createServer()
  await new Promise((resolve) => server.listen(0, host, () => resolve(undefined)))
  const { port } = /** @type {net.AddressInfo} */ (server.address())
  return { port, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe("the port", () => {
  it("is taken when anybody listens on any address of it", async () => {
    for (const host of ["127.0.0.1", "0.0.0.0"]) {
      const other = await listening(host)
      expect(await isFree(other.port)).toBe(false)
      await other.close()
    }
    expect(await isFree(await anyFreePort())).toBe(true)
  })

  it("is the wanted one, or the next free one", async () => {
    expect(await firstFreePort(9000, async () => true)).toBe(9000)
    expect(await firstFreePort(9000, async (port) => port > 9002)).toBe(9003)
    await expect(firstFreePort(9000, async () => false)).rejects.toThrow("PORT")
  })

  it("comes from PORT when that is a port", () => {
    expect(parsePort(undefined, 9000)).toBe(9000)
    expect(parsePort("", 9000)).toBe(9000)
    expect(parsePort("8080", 9000)).toBe(8080)
    for (const wrong of ["0", "65536", "80a", "8.5", "-1"]) expect(() => parsePort(wrong, 9000)).toThrow("PORT")
  })
})
