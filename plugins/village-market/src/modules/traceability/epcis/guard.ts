import { Findings } from "./findings"
import type { Finding, FindingCode } from "./problem"

/** What one capture may be; announced as GS1-EPCIS-Capture-Limit and GS1-EPCIS-Capture-File-Size-Limit. */
export const CAPTURE_LIMITS = { events: 5_000, bytes: 8_000_000 }

/** EPCIS's own parts are six deep in an event; extensions get the rest. */
export const DEEPEST = 32

const LONE_SURROGATE = /\p{Surrogate}/u
const POLLUTING = new Set(["__proto__", "constructor", "prototype"])

/** What no text may hold, and why; line breaks and tabs may stand in a note. */
const UNSAFE: [RegExp, string][] = [
  [/\0/, "Holds the character U+0000, which cannot be stored."],
  [LONE_SURROGATE, "Holds half a character (a lone surrogate)."],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  [/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/, "Holds a control character."],
  [
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    "Holds a sign that turns the direction of writing, and so hides what it says.",
  ],
  [/[\u200b\u2028\u2029\u2060\ufeff\ufff9-\uffff]/, "Holds an invisible or meaningless character."],
]
// One look at texts without any of them, which are nearly all.
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff]|\p{Surrogate}/u

/** Why a text cannot be taken; undefined for one that can. HTML and SQL are plain text and can. */
export function unsafeText(text: string): string | undefined {
  return SUSPECT.test(text) ? UNSAFE.find(([pattern]) => pattern.test(text))?.[1] : undefined
}

/** Whoever sends such things has no need of a longer list. */
const MOST = 20

type Way = { up?: Way; name: string | number; depth: number }

/**
 * What makes a parsed value unfit to be looked at further or stored, whatever it means: too deep nesting, texts that
 * PostgreSQL, UTF-8 or a reader's eyes are deceived by, names that would reach into JavaScript's own objects. Takes time
 * and memory in proportion to the value and never recurses. `skip` leaves out one part (the events of a document).
 */
export function guardFindings(value: unknown, path: (string | number)[] = [], skip?: unknown): Finding[] {
  const all: Finding[] = []
  const say = (way: Way | undefined, code: FindingCode, message: string) => {
    if (all.length >= MOST) return
    const names: (string | number)[] = []
    for (let step = way; step; step = step.up) names.unshift(step.name)
    const findings = new Findings([...path, ...names])
    findings.add(code, message)
    all.push(...findings.all)
  }
  const waiting: { value: unknown; way?: Way }[] = [{ value }]
  for (let next = waiting.pop(); next && all.length < MOST; next = waiting.pop()) {
    const { value: current, way } = next
    if (typeof current === "string") {
      const reason = unsafeText(current)
      if (reason) say(way, "unsafe_text", reason)
    } else if (typeof current === "object" && current !== null && current !== skip) {
      const depth = (way?.depth ?? 0) + 1
      if (depth > DEEPEST) {
        say(way, "too_deep", `Is nested more than ${DEEPEST} deep.`)
        break
      }
      if (Array.isArray(current)) {
        current.forEach((value, name) => {
          if (matters(value)) waiting.push({ value, way: { up: way, name, depth } })
        })
      } else {
        for (const [name, value] of Object.entries(current)) {
          const step = { up: way, name, depth }
          const reason = unsafeName(name)
          if (reason) say(step, "unsafe_text", reason)
          if (matters(value)) waiting.push({ value, way: step })
        }
      }
    }
  }
  return all
}

/** Numbers, true, false and null hurt nobody. */
const matters = (value: unknown) => typeof value === "string" || (typeof value === "object" && value !== null)

const unsafeName = (name: string) =>
  POLLUTING.has(name) ? "Is no name for a member." : unsafeText(name) && `Its name: ${unsafeText(name)}`
