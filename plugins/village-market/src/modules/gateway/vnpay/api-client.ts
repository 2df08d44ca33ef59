import axios, { isAxiosError } from "axios"
import type { ApiMessage } from "./api-message"
import type { VnpaySettings } from "./settings"

/** What came back, or why nothing did. Neither says that the other side did nothing. */
export type ApiReply = { body: unknown } | { failure: string }

/**
 * One call to VNPay's query and refund interface: the configured address only, no redirect, no proxy, and never sent
 * twice; whoever calls looks up what became of a call without an answer.
 */
export async function callVnpay({ apiUrl, apiTimeoutMs }: VnpaySettings, message: ApiMessage): Promise<ApiReply> {
  if (!apiUrl) return { failure: "VNPAY_API_URL is not set" }
  try {
    const { status, data } = await axios.post<unknown>(apiUrl, message, {
      ...{ timeout: apiTimeoutMs, signal: AbortSignal.timeout(apiTimeoutMs) },
      ...{ maxRedirects: 0, proxy: false, maxContentLength: 64_000, validateStatus: () => true },
    })
    return status === 200 ? { body: data } : { failure: `HTTP ${status}` }
  } catch (error) {
    if (isAxiosError(error)) return { failure: error.code ?? "network" }
    return { failure: String(error) }
  }
}
