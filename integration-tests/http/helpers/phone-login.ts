import { randomInt } from "node:crypto"
import request from "supertest"

export const BASE = process.env.TEST_BASE_URL ?? "http://localhost:9000"
export const CONSENT_VERSION = "2026-11-24"

/** A number nobody has; each spec makes its own people. */
export const randomPhone = () => `09${String(randomInt(100_000_000)).padStart(8, "0")}`

export const e164 = (phone: string) => `+84${phone.slice(1)}`

/** Texts sent to a phone, newest first, as the demo page shows them. */
export async function messagesTo(phone: string): Promise<string[]> {
  const { text } = await request(BASE).get("/demo/messages").expect(200)
  return text
    .split("<li ")
    .filter((item) => item.includes(`data-to="${e164(phone)}"`))
    .map((item) => item.replace(/<[^>]*>/g, " "))
}

export async function lastCode(phone: string): Promise<string> {
  const [newest = ""] = await messagesTo(phone)
  const code = /\b\d{6}\b/.exec(newest.replace(/0\d{3} \d{3} \d{3}/, ""))?.[0]
  if (!code) throw new Error(`No code was sent to ${phone}: ${newest}`)
  return code
}

export type Browser = ReturnType<typeof request.agent>

/** A visitor of its own: specs share one machine, and with it would share the limit per address. */
export const somewhere = () => `198.18.${randomInt(256)}.${randomInt(256)}`

/** A browser without script: cookies, forms, redirects followed by hand. */
export const openBrowser = (): Browser => request.agent(BASE).set("x-forwarded-for", somewhere())

export const post = (browser: Browser, path: string, form: Record<string, string>) =>
  browser.post(path).type("form").send(form).redirects(0)

/** Consent, phone and code by forms; the browser is logged in as a new draft afterwards. */
export async function register(phone = randomPhone()) {
  const browser = openBrowser()
  await post(browser, "/producer/register", { agree: "yes", version: CONSENT_VERSION }).expect(303)
  await post(browser, "/producer/register/phone", { phone }).expect(303)
  await post(browser, "/producer/login/code", { code: await lastCode(phone) })
    .expect(303)
    .expect("location", "/producer")
  return { browser, phone }
}

/** The code of the demonstration's own phones. */
export const DEMO_CODE = "000000"

/** JSON login of a phone that has a shop (or has just consented); answers the bearer token. */
export async function tokenFor(phone: string, consent_version?: string, code?: string): Promise<string> {
  await request(BASE)
    .post("/auth/producer/phone")
    .set("x-forwarded-for", somewhere())
    .send({ phone, consent_version })
    .expect(200)
  const { body } = await request(BASE)
    .post("/auth/producer/phone/callback")
    .send({ phone, code: code ?? (await lastCode(phone)) })
    .expect(200)
  return body.token
}
