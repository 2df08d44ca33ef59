import {
  type CbvVersion,
  eventHash,
  type JsonObject,
} from "../../plugins/village-market/src/modules/traceability/epcis/event-hash"
import type { Json } from "../../plugins/village-market/src/modules/traceability/log/jcs"
import { describeWithReference, reference } from "../harness/reference"

type Vector = { name: string; doc: string; expected: Partial<Record<CbvVersion, string[]>> }
type Document = {
  "@context": Json
  epcisBody: { eventList?: JsonObject[]; queryResults?: { resultsBody: { eventList: JsonObject[] } } }
}

describeWithReference("CBV event hashes against the reference implementation of 2026", () => {
  // Two of them, `epclist_normalisation` and `TransformationEvent_all_possible_fields`, are contested there and may change.
  it.each(["CBV2.0", "CBV2.1"] as const)("has every expected id of %s", (version) => {
    const vectors: Vector[] = JSON.parse(reference("event-hash", "vectors.json"))
    const told = vectors.filter(({ expected }) => expected[version])
    const ours = told.map(({ name, doc }) => {
      const { epcisBody, "@context": context }: Document = JSON.parse(reference("event-hash", doc))
      const events = epcisBody.eventList ?? epcisBody.queryResults?.resultsBody.eventList ?? []
      return [name, events.map((event) => eventHash(event, { version, context }))]
    })
    expect(told.flatMap(({ expected }) => expected[version])).toHaveLength(version === "CBV2.0" ? 41 : 43)
    expect(ours).toEqual(told.map(({ name, expected }) => [name, expected[version]]))
  })
})
