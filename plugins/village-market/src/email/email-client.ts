import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { createTransport } from "nodemailer"
import { rememberMessage } from "../demo/outbox"

/** `key` names the message: the same key is the same message for a mail program that gets it twice. */
export type Email = { to: string; subject: string; text: string; key?: string }

/** Sends one plain-text e-mail; throws when the mail server did not take it. */
export type EmailClient = { send(email: Email): Promise<void> }

const Options = z
  .object({
    demo: z.boolean().default(false),
    /** `smtps://user:password@host`, or `smtp://…:587` with STARTTLS. */
    url: z.string().url().optional(),
    /** The sender, as `name <address>`. */
    from: z.string().includes("@").optional(),
  })
  .refine((options) => options.demo || (options.url && options.from), {
    message: "E-mail needs a mail server (SMTP_URL) and a sender (MAIL_FROM) outside demo mode",
  })

const TIMEOUT_MS = 10_000

/** The client the options ask for: a mail server, or in demo mode the list that `/demo/messages` shows. */
export function emailClient(given: unknown): EmailClient {
  const { demo, url, from } = Options.parse(given ?? {})
  return demo || !url || !from ? demoClient : mailServer(url, from)
}

const demoClient: EmailClient = {
  async send({ to, subject, text }) {
    rememberMessage({ to, subject, text, at: new Date() })
  },
}

function mailServer(url: string, from: string): EmailClient {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  // Texts carry what buyers typed: nothing in them may name a file or an address to be fetched.
  const transport = createTransport({ url, ...timeouts }, { from, disableFileAccess: true, disableUrlAccess: true })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost"
  return {
    async send({ to, subject, text, key }) {
      const messageId = key && `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${domain}>`
      // An address is given as an object: as text, "a@b.vn, c@d.vn" would be two.
      await transport.sendMail({ to: { name: "", address: to }, subject, text, messageId })
    },
  }
}
