import net from "node:net"

/**
 * Every way in is tried: a listener on ::1 alone would answer a browser that asks for localhost.
 * @type {(string | undefined)[]}
 */
const HOSTS = [undefined, "127.0.0.1", "::1"]

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number | undefined>} the port bound, undefined when it is taken
 */
function bind(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(undefined)
      // A machine without IPv6 has no ::1 that could be taken.
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve(port)
      else if (error.code === "EACCES") reject(new Error(`Port ${port} needs more rights than this user has.`))
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = /** @type {net.AddressInfo} */ (server.address())
      server.close(() => resolve(bound))
    })
  })
}

/** @param {number} port */
export async function isFree(port) {
  for (const host of HOSTS) {
    if ((await bind(port, host)) === undefined) return false
  }
  return true
}

/** A port of the system's choice on the loopback address. */
export async function anyFreePort() {
  for (let tries = 0; tries < 20; tries++) {
    const port = await bind(0, "127.0.0.1")
    if (port && (await isFree(port))) return port
  }
  throw new Error("The system offers no free port.")
}

/**
 * The wanted port or the next free one above it.
 * @param {number} wanted
 * @param {(port: number) => Promise<boolean>} [free]
 */
export async function firstFreePort(wanted, free = isFree) {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (await free(port)) return port
  }
  throw new Error(`No port is free from ${wanted} on. Set PORT to another one.`)
}

/**
 * @param {string | undefined} value of the variable PORT
 * @param {number} fallback
 */
export function parsePort(value, fallback) {
  if (value === undefined || value === "") return fallback
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT must be a number from 1 to 65535, not "${value}".`)
}
