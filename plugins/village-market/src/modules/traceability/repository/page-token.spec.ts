import { expiryOf, readToken, writeToken } from "./page-token"

const now = new Date("2026-11-24T08:00:00Z")
const secret = "s".repeat(32)
const token = writeToken({ id: "eev_1", size: 7 }, "GE_eventTime=x", secret, expiryOf(now))

describe("a page token", () => {
  it("brings back where the list goes on", () => {
    expect(readToken(token, "GE_eventTime=x", secret, now)).toEqual({ place: { id: "eev_1", size: 7 } })
    expect(token).toMatch(/^[\w.~-]{1,500}$/)
  })

  it.each([
    ["of another query", token, "GE_eventTime=y", now, /another query/],
    ["after half an hour", token, "GE_eventTime=x", new Date(now.getTime() + 31 * 60_000), /expired/],
    [
      "with another end",
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      "GE_eventTime=x",
      now,
      /not one of ours/,
    ],
    ["made up", "abc", "GE_eventTime=x", now, /not one of ours/],
  ])("is refused %s", (_, one, subject, at, reason) => {
    expect(readToken(one, subject, secret, at)).toEqual({ problem: expect.stringMatching(reason) })
  })
})
