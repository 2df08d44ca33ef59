export type TypingMistake =
  | { kind: "length"; count: number }
  | { kind: "zero" | "one" }
  | { kind: "other"; signs: string }

/** What is likely wrong with a code as somebody typed it: no lot's code has 0, O, 1, I, signs, or more or less than eight characters. */
export function typingMistakes(typed: string): TypingMistake[] {
  const bare = typed
    .normalize("NFC")
    .toUpperCase()
    .replace(/[\s.,_\-–—]/g, "")
  const signs = [...new Set(bare)].filter((sign) => !/[A-Z0-9]/.test(sign))
  const found: TypingMistake[] = []
  const count = [...bare].length
  if (count !== 8) found.push({ kind: "length", count })
  if (/[0O]/.test(bare)) found.push({ kind: "zero" })
  if (/[1I]/.test(bare)) found.push({ kind: "one" })
  if (signs.length > 0) found.push({ kind: "other", signs: signs.slice(0, 8).join(" ") })
  return found
}
