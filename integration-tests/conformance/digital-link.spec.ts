import {
  allApplicationIdentifiers,
  applicationIdentifier,
  PRIMARY_KEYS,
} from "../../plugins/village-market/src/modules/traceability/digital-link/application-identifiers"
import { buildDigitalLink } from "../../plugins/village-market/src/modules/traceability/digital-link/build-uri"
import {
  type DigitalLink,
  type Element,
  parseDigitalLink,
} from "../../plugins/village-market/src/modules/traceability/digital-link/parse-uri"
import { describeWithReference, reference } from "../harness/reference"

type ParseCase = { uri: string; ok: boolean; expect: string; flags: Record<string, boolean | string> }
type BuildCase = { ok: boolean; args: [domain: string, elements: string, uri: string] }
const cases = () =>
  JSON.parse(reference("digital-link", "dl-uri.json")) as { parse: ParseCase[]; generate: BuildCase[] }

/** GS1's element string, with "^" for FNC1: in front, and after every value whose length is not fixed unless it is the last. */
const elementString = ({ key, qualifiers, attributes }: DigitalLink) =>
  `^${[key, ...qualifiers, ...attributes]
    .map(({ ai, value }, at, all) => {
      const ends = applicationIdentifier(ai)?.fixed || at === all.length - 1
      return `${ai}${value}${ends ? "" : "^"}`
    })
    .join("")}`

const unquoted = (text: string) => (text === "NULL" ? undefined : text.replace(/^"|"$/g, ""))
const bracketed = (text: string): Element[] =>
  [...text.matchAll(/\((\d+)\)([^(]*)/g)].map(([, ai = "", value = ""]) => ({ ai, value }))

describeWithReference("Digital Link URIs against GS1's syntax engine", () => {
  it("parses all 116 cases as the engine does", () => {
    const { parse } = cases()
    expect(parse).toHaveLength(116)
    const answers = parse.map(({ uri, flags }) => {
      const parsed = parseDigitalLink(uri, {
        convenienceAlphas: flags.convenienceAlphas === true,
        zeroSuppressedGtin: flags.PermitZeroSuppressedGTINinDLuris === true,
        // The engine has two switches here; only both together let an unknown attribute through.
        unknownAttributes: flags.PermitUnknownAIs === true && String(flags.ValidationEnabled).endsWith("false"),
      })
      return [uri, parsed.ok ? elementString(parsed.link) : null]
    })
    // Where a plus sign is tried, the file has signs of a remark before the expected string.
    expect(answers).toEqual(parse.map(({ uri, ok, expect }) => [uri, ok ? expect.replace(/^[+ ]+/, "") : null]))
  })

  it("builds all 22 cases as the engine does", () => {
    const { generate } = cases()
    expect(generate).toHaveLength(22)
    const seen = new Set<string>()
    const answers = generate.map(({ args }) => {
      const [domain, elements, uri] = args
      // The same unknown identifier stands twice in the cases: first refused, then permitted by the engine's switch.
      const unknownAttributes = seen.has(elements) && elements.includes("(89)")
      seen.add(elements)
      return [uri, buildDigitalLink(bracketed(unquoted(elements) ?? ""), { stem: unquoted(domain), unknownAttributes })]
    })
    expect(answers).toEqual(generate.map(({ ok, args: [, , uri] }) => [uri, ok ? unquoted(uri) : undefined]))
  })

  it("has every identifier of GS1's dictionary with its use, its keys and their qualifiers", () => {
    const lines = reference("digital-link", "gs1-syntax-dictionary.txt")
      .split("\n")
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split(" #")[0] ?? "")
    const theirs = lines.flatMap((line) => {
      const [, from = "", to, flags = ""] = /^(\d+)(?:-(\d+))?\s+([*?]*)/.exec(line) ?? []
      const dlpkey = / dlpkey(?:=(\S+))?/.exec(line)
      const keys = dlpkey ? (dlpkey[1]?.split("|").map((sequence) => sequence.split(",")) ?? []) : undefined
      return Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, n) => ({
        ai: `${Number(from) + n}`.padStart(from.length, "0"),
        fixed: flags.includes("*"),
        attribute: flags.includes("?"),
        keys,
      }))
    })
    const ours = allApplicationIdentifiers().map(({ ai, fixed = false, attribute = false }) => ({
      ...{ ai, fixed, attribute },
      keys: PRIMARY_KEYS[ai],
    }))
    const byNumber = (a: { ai: string }, b: { ai: string }) => (a.ai < b.ai ? -1 : 1)
    expect(ours.sort(byNumber)).toEqual(theirs.sort(byNumber))
  })
})
