import type { IncomingMessage } from "node:http"
import { createRequire } from "node:module"
import { redactUrl } from "./redact-url"

/** What is used of morgan, which writes Medusa's access log. */
type Morgan = {
  token: (name: string, read: (req: IncomingMessage & { originalUrl?: string }) => string | undefined) => void
}

/**
 * Medusa writes the whole address of every request into its log, and the one the browser came from: with them would
 * stand there VNPay's signatures and the keys of guests' orders. The words of the log are defined anew in the very
 * morgan that Medusa uses, so that nothing passes by.
 */
export function hideSecretsInAccessLog(): void {
  const morgan: Morgan = createRequire(require.resolve("@medusajs/framework/http"))("morgan")
  morgan.token("url", (req) => redactUrl(req.originalUrl ?? req.url ?? ""))
  morgan.token("referrer", ({ headers }) => {
    const from = headers.referer ?? headers.referrer
    return from === undefined ? undefined : redactUrl(String(from))
  })
}
