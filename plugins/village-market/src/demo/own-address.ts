import type { MedusaRequest } from "@medusajs/framework/http"

/** The shop's address as this request found it, not the public one, which need not be reachable from here. */
export function ownAddress({ socket }: MedusaRequest, path: string): string {
  const { localAddress = "127.0.0.1", localPort } = socket
  const host = localAddress.includes(":") ? `[${localAddress}]` : localAddress
  return `http://${host}:${localPort}${path}`
}
