import { createHash } from "node:crypto"
import { CONSENT_VERSION, consent } from "./consent"

/** Versions whose wording people may have agreed to, with the hash of that wording: never change a line, only add. */
const WORDINGS: Record<string, string> = {
  "2026-11-24": "64d8d46cd95ea348",
}

describe("the consent", () => {
  it("gets a new version whenever a word of it changes", () => {
    expect(createHash("sha256").update(JSON.stringify(consent)).digest("hex").slice(0, 16)).toBe(
      WORDINGS[CONSENT_VERSION],
    )
  })

  it("says as much in English as in Vietnamese", () => {
    expect(consent.en.parts.map(({ lines }) => lines.length)).toEqual(consent.vi.parts.map(({ lines }) => lines.length))
  })
})
