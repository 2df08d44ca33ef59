import { randomInt } from "node:crypto"

/** Without 0 O 1 I, which hand and print confuse. All of it lies in GS1's set 82, so a code can become AI (10). */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
const LENGTH = 8

/** A new code of a lot, 40 random bits: `K7MH-3QWA`. */
export const newLotCode = () =>
  grouped(Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(""))

/** The code a person meant: small letters, spaces, dots and dashes do not matter. Undefined when no lot can have it. */
export function lotCodeFrom(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[\s.,_\-–—]/g, "")
  return bare.length === LENGTH && [...bare].every((sign) => ALPHABET.includes(sign)) ? grouped(bare) : undefined
}

const grouped = (bare: string) => `${bare.slice(0, LENGTH / 2)}-${bare.slice(LENGTH / 2)}`
