import { isIPv6 } from "node:net"

/**
 * Medusa hands an auth provider the request's headers but not its address, so our routes put `req.ip` here
 * (overwriting whatever the client sent under this name).
 */
export const ADDRESS_HEADER = "x-village-market-client-address"

/**
 * What counts as one sender: an IPv4 address, or the /64 network of an IPv6 address, since a single
 * household is given a whole /64. IPv4 mapped into IPv6 (::ffff:a.b.c.d) is IPv4.
 */
export function senderOf(address: string): string {
  const bare = address.split("%")[0] ?? ""
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped) return mapped
  if (!isIPv6(bare)) return bare
  const [head = "", tail] = bare.toLowerCase().split("::")
  const left = groups(head)
  const right = groups(tail ?? "")
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0")
  const network = [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""))
  return `${network.join(":")}::/64`
}

/** A dotted ending (::1.2.3.4) stands for two groups; its values lie beyond the /64 and do not matter. */
const groups = (text: string) =>
  text ? text.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group])) : []
