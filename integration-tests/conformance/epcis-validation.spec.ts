import Ajv from "ajv"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { checkEvent, readCapture } from "../../plugins/village-market/src/modules/traceability/epcis/read-capture"
import { isDateTime, isUri } from "../../plugins/village-market/src/modules/traceability/epcis/text-formats"
import { validateEpcis } from "../../plugins/village-market/src/modules/traceability/epcis/validate"
import { describeWithReference } from "../harness/reference"
import { compareMutations, gs1Examples, gs1Schema, vietnameseSample } from "./epcis-schema"

const wordsOf = (words: string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((found) => found.join(""))

function judgeOf(format: string): (text: string) => boolean {
  const ajv = new Ajv()
  addFormats(ajv)
  const judge = ajv.compile({ type: "string", format })
  return (text) => judge(text) === true
}

describeWithReference("our validator of EPCIS 2.0 against GS1's schema", () => {
  it("accepts the 47 examples of GS1, as the schema does", () => {
    const judge = gs1Schema()
    const examples = gs1Examples()
    expect(examples).toHaveLength(47)
    expect(examples.filter(([, document]) => !judge(document)).map(([name]) => name)).toEqual([])
    expect(
      examples.flatMap(([name, document]) => validateEpcis(document).map((found) => ({ name, ...found }))),
    ).toEqual([])
  })

  it("accepts the Vietnamese chain from sowing to sale", () => {
    expect(validateEpcis(vietnameseSample())).toEqual([])
  })

  it("finds no fault with their events by our own profile either", () => {
    const now = new Date("2026-11-24T08:00:00Z")
    const documents = [...gs1Examples().map(([, document]) => document), vietnameseSample()]
    const judged = documents.flatMap((document) => {
      const capture = readCapture(document)
      // Some examples are events by themselves.
      return "status" in capture ? [checkEvent(document, now)] : capture.events.map((event) => checkEvent(event, now))
    })
    expect(judged.length).toBeGreaterThanOrEqual(60)
    expect(judged.filter((one) => "findings" in one)).toEqual([])
  })

  it("agrees about what is a URI and what is a time", () => {
    const formats = { uri: judgeOf("uri"), time: judgeOf("date-time") }
    const uris = wordsOf(
      "a Z 0 : / // ? # [ ] @ % %4f %zz - . _ ~ ! $ & ' ( ) * + , ; = ::1 v1.a 1.2.3.4 http urn: ễ \u0000".split(" "),
    )
    const times = wordsOf("2020 0000 -02 -13 -29 -30 T t Z z : 23 :59 :60 :00 .5 . + - 07:00 0700 07 24".split(" "))
    fc.assert(
      fc.property(uris, (text) => isUri(text) === formats.uri(text)),
      { numRuns: 20_000 },
    )
    fc.assert(
      fc.property(times, (text) => isDateTime(text) === formats.time(text)),
      { numRuns: 5_000 },
    )
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.constantFrom("Z", "+07:00", "-0030", "+14", "+24:00"),
        (date, zone) => {
          const text = date.toISOString().replace("Z", zone)
          return isDateTime(text) === formats.time(text)
        },
      ),
    )
  })

  // All of them: epcis-validation.long.ts.
  it("agrees about every 101st single edit of them", () => {
    const { tried, refused, differences } = compareMutations(
      [...gs1Examples(), ["the Vietnamese chain", vietnameseSample()]],
      101,
    )
    expect(differences).toEqual([])
    expect(tried).toBeGreaterThan(2_000)
    expect(refused / tried).toBeGreaterThan(0.2)
  })
})
