import { readdirSync, readFileSync } from "node:fs"
import Ajv from "ajv"
import addFormats from "ajv-formats"
import { FIRST_WORDS } from "../../plugins/village-market/src/modules/traceability/diary/first-words"
import { COMMISSIONING } from "../../plugins/village-market/src/modules/traceability/diary/vocabulary"
import { canonical } from "../../plugins/village-market/src/modules/traceability/log/jcs"
import { leafHash, treeHash } from "../../plugins/village-market/src/modules/traceability/log/merkle"
import {
  type LotStepEvent,
  lotEvent,
  recordContext,
} from "../../plugins/village-market/src/modules/traceability/lots/lot-event"
import { describeWithReference, reference, referencePath } from "../harness/reference"

const publicUrl = "https://cho.ninhbinh.gov.vn"
const base: LotStepEvent = {
  publicUrl,
  code: "K7MH-3QWA",
  producer_id: "prod_hh_1",
  word: FIRST_WORDS.find(({ id }) => id === "firing") ?? COMMISSIONING,
  happened_at: "2026-10-02",
  place: { village: { id: "bo-bat", name: "Gốm Bồ Bát" }, commune: { code: "14362", full_name: "Xã Yên Mô" } },
}

describeWithReference("our records against GS1's EPCIS 2.0 schema", () => {
  const validator = () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(ajv)
    return ajv.compile(JSON.parse(reference("epcis", "EPCIS-JSON-Schema.json")))
  }
  const documentOf = (events: object[]) => ({
    "@context": recordContext(publicUrl),
    type: "EPCISDocument",
    schemaVersion: "2.0",
    creationDate: "2026-10-03T01:00:00Z",
    epcisBody: { eventList: events },
  })
  const making = lotEvent({
    ...base,
    word: COMMISSIONING,
    lot: { title: "Bình gốm", made_on: "2026-10-03", expires_on: "2027-01-31", quantity: 10, unit: "cái" },
  })

  it("accepts every step of the vocabulary, dated or timed, noted or not, in a village or outside", () => {
    const validate = validator()
    const events = FIRST_WORDS.flatMap((word) => [
      lotEvent({ ...base, word }),
      lotEvent({ ...base, word, happened_at: "2026-10-02T23:30:00Z", note: "Lò củi, 18 giờ" }),
      lotEvent({ ...base, word, place: { ...base.place, village: null } }),
    ])
    expect(validate(documentOf([making, ...events])) || validate.errors).toBe(true)
  })

  it("accepts a lot that never expires", () => {
    const validate = validator()
    const record = lotEvent({
      ...base,
      word: COMMISSIONING,
      lot: { title: "Bình gốm", made_on: "2026-10-03", expires_on: null, quantity: 2.5, unit: "kg" },
    })
    expect(validate(documentOf([record])) || validate.errors).toBe(true)
  })

  it.each([
    ["without a zone", { eventTimeZoneOffset: undefined }],
    ["with an unknown bare step", { bizStep: "firing" }],
    ["without its lot", { quantityList: undefined }],
    ["with facts of a lot it does not make", { action: "OBSERVE" }],
  ])("would refuse a record %s", (_, change) => {
    const broken = JSON.parse(JSON.stringify({ ...making, ...change }))
    expect(validator()(documentOf([broken]))).toBe(false)
  })
})

describeWithReference("canonical JSON against the vectors of RFC 8785", () => {
  it("writes each file byte for byte", () => {
    const files = readdirSync(referencePath("jcs", "testdata", "input"))
    expect(files.length).toBeGreaterThanOrEqual(6)
    for (const file of files) {
      const input = JSON.parse(reference("jcs", "testdata", "input", file))
      const expected = readFileSync(referencePath("jcs", "testdata", "output", file))
      expect([file, Buffer.from(canonical(input), "utf8").equals(expected)]).toEqual([file, true])
    }
  })
})

describeWithReference("the log against the vectors of RFC 6962", () => {
  it("has the root of each size", () => {
    const { leafInputsHex, rootsBySize } = JSON.parse(reference("merkle", "roots.json"))
    const leaves = leafInputsHex.map((hex: string) => leafHash(Buffer.from(hex, "hex")))
    expect(rootsBySize).toHaveLength(9)
    rootsBySize.forEach((root: string, size: number) => {
      expect(treeHash(leaves.slice(0, size)).toString("hex")).toBe(root)
    })
  })
})
