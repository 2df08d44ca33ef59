import { randomInt } from "node:crypto"

/**
 * Digits and letters that nobody confuses when typing them off a screen: no 0 and O, no 1, I and L. Thirty-one of them,
 * a prime, so that a weighted sum finds every single wrong character and every two that changed places.
 */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
const RANDOM = 8
export const PREFIX = "LN"
const LENGTH = PREFIX.length + RANDOM + 1

/**
 * A new reference of a bank transfer: `LN`, eight random characters (about 8.5 · 10¹¹) and a check character, upper-case
 * letters and digits only, since banks rewrite the case, drop marks and add words of their own.
 */
export function newBankReference(): string {
  const body = Array.from({ length: RANDOM }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")
  return `${PREFIX}${body}${check(body)}`
}

function check(body: string): string {
  const sum = [...body].reduce((total, letter, at) => total + (at + 1) * ALPHABET.indexOf(letter), 0)
  return ALPHABET[sum % ALPHABET.length] ?? ""
}

/** Whether a text is a reference as we give them out, its check character right. */
export function isBankReference(text: string): boolean {
  const body = text.slice(PREFIX.length, -1)
  return (
    text.length === LENGTH &&
    text.startsWith(PREFIX) &&
    [...body].every((letter) => ALPHABET.includes(letter)) &&
    text.endsWith(check(body))
  )
}

/** What is left of a transfer's content when case, blanks and marks do not count. */
export const bare = (text: string) =>
  text
    .toUpperCase()
    .replace(/Đ/g, "D")
    .normalize("NFD")
    .replace(/[^A-Z0-9]/g, "")

/** Every different reference written anywhere in a transfer's content, whatever the bank made of its case and blanks. */
export function bankReferencesIn(content: string): string[] {
  const text = bare(content)
  const found = new Set<string>()
  for (let at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
    const candidate = text.slice(at, at + LENGTH)
    if (isBankReference(candidate)) found.add(candidate)
  }
  return [...found]
}
