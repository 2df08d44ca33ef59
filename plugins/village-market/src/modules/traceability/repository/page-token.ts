import { createHmac, timingSafeEqual } from "node:crypto"

/** How long a page may be turned. */
export const TOKEN_MINUTES = 30

/** Where a list goes on, and what it is a list of. */
export type Page<Place> = { place: Place; expires: Date }

type Written = { p: unknown; e: number; q: string }

/**
 * A token for the next page: opaque to the client, signed, for this query of this reader only, and for a time. `subject`
 * is everything the list depends on besides.
 */
export function writeToken(place: object, subject: string, secret: string, expires: Date): string {
  const body = Buffer.from(
    JSON.stringify({ p: place, e: expires.getTime(), q: digest(subject, secret) } satisfies Written),
  )
  return `${body.toString("base64url")}.${sign(body, secret)}`
}

/** What a token says, or why it cannot be used. */
export function readToken(
  token: string,
  subject: string,
  secret: string,
  now: Date,
): { place: unknown } | { problem: string } {
  const [text = "", signature = ""] = token.split(".")
  const body = Buffer.from(text, "base64url")
  const expected = Buffer.from(sign(body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return { problem: "nextPageToken is not one of ours." }
  const { p, e, q }: Written = JSON.parse(body.toString())
  if (e < now.getTime()) return { problem: "nextPageToken has expired; ask from the first page." }
  if (q !== digest(subject, secret)) return { problem: "nextPageToken belongs to another query." }
  return { place: p }
}

export const expiryOf = (now: Date) => new Date(now.getTime() + TOKEN_MINUTES * 60_000)

const sign = (body: Buffer, secret: string) =>
  createHmac("sha256", secret).update("epcis page").update(body).digest("base64url")

const digest = (subject: string, secret: string) =>
  createHmac("sha256", secret).update("epcis query").update(subject).digest("base64url").slice(0, 22)
