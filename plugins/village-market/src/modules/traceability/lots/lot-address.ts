export type AddressProblem = "loopback" | "plain_http"

/**
 * Why an address cannot be printed on goods, or undefined when it can. What is printed, and what stands in records
 * that are never changed, must outlive this machine; in demo mode anything goes and the label says so.
 */
export function addressProblem({ publicUrl, demo }: { publicUrl: string; demo: boolean }): AddressProblem | undefined {
  if (demo) return undefined
  const { hostname, protocol } = new URL(publicUrl)
  if (/^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.+\])\.?$/.test(hostname))
    return "loopback"
  return protocol === "https:" ? undefined : "plain_http"
}

/** The public base without a slash at its end. */
export const baseOf = (publicUrl: string) => publicUrl.replace(/\/+$/, "")

/** What a QR opens. The path is the same on every host, so a printed code outlives a move. */
export const lotUri = (publicUrl: string, code: string) => `${baseOf(publicUrl)}/lot/${code}`
