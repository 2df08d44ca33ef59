import { isIP } from "node:net"

/** An IP address as VNPay writes it: an IPv4 address mapped into IPv6 (::ffff:a.b.c.d) is IPv4. Empty for what is none. */
export function plainAddress(address = ""): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "")
  return isIP(plain) ? plain : ""
}
