import { z } from "@medusajs/framework/zod"
import axios from "axios"
import { rememberMessage } from "../demo/outbox"

/** Sends one short message to a phone in E.164; throws when the gateway did not take it. */
export type SmsClient = { send(to: string, text: string): Promise<void> }

const Options = z
  .object({
    demo: z.boolean().default(false),
    /** Takes `POST {to, text}` as JSON with a bearer token; any 2xx means taken. */
    url: z.string().url().optional(),
    token: z.string().optional(),
  })
  .refine((options) => options.demo || options.url, {
    message: "An SMS gateway (SMS_GATEWAY_URL) is needed outside demo mode",
  })

const TIMEOUT_MS = 10_000

/** The client the options ask for: a gateway over HTTP, or in demo mode a list in memory that `/demo/messages` shows. */
export function smsClient(given: unknown): SmsClient {
  const { demo, url, token } = Options.parse(given ?? {})
  return demo || !url ? demoClient : gateway(url, token)
}

const demoClient: SmsClient = {
  async send(to, text) {
    rememberMessage({ to, text, at: new Date() })
  },
}

const gateway = (url: string, token: string | undefined): SmsClient => ({
  async send(to, text) {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    // A redirect would carry the token and the code to a place nobody configured.
    const { status } = await axios.post(
      url,
      { to, text },
      { headers, timeout: TIMEOUT_MS, maxRedirects: 0, validateStatus: null },
    )
    if (status < 200 || status >= 300) throw new Error(`The SMS gateway answered ${status}`)
  },
})
