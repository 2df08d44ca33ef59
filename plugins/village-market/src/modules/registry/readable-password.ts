import { randomInt } from "node:crypto"

/** Letters and digits that are not mistaken for one another on paper or by telephone. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
const GROUPS = 4
const GROUP_LENGTH = 4

/** A password to be read out once and typed: four groups of four, 79 bits, e.g. `k7mh-3qwa-xn4d-82pe`. */
export const readablePassword = () =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(""),
  ).join("-")
