import type { Json } from "../../plugins/village-market/src/modules/traceability/log/jcs"

type Step = string | number
/** `make` copies the document; undefined where nothing is left. */
export type Mutation = { what: string; make: () => Json | undefined }

/** What any value may become: every type of JSON, empty things, and texts that are nearly right somewhere. */
const VALUES: Json[] = [
  null,
  true,
  0,
  -1.5,
  "",
  "x",
  "not a uri",
  [],
  [""],
  [{}],
  ["urn:x:1", "urn:x:1"],
  {},
  { id: "urn:x:1" },
  { "ex:a": 1 },
  "ADD",
  "OBSERVE",
  "DELETE",
  "shipping",
  "Shipping",
  "in_transit",
  "po",
  "owning_party",
  "incorrect_data",
  "Temperature",
  "ObjectEvent",
  "AggregationEvent",
  "TransactionEvent",
  "TransformationEvent",
  "AssociationEvent",
  "EPCISDocument",
  "EPCISQueryDocument",
  "ex:Event",
  "KGM",
  "kg",
  "+14:00",
  "-14:30",
  "Z",
  "2.0",
  "2.",
  "f0",
  "urn:x:1",
  "urn:epcglobal:cbv:bizstep:shipping",
  "https://ns.gs1.org/cbv/BizStep-shipping",
  "https://ref.gs1.org/cbv/BizStep-shipping",
  "https://gs1.org/voc/Temperature",
  "http://www.gs1.org/voc/Temperature",
  "http://[::1]:80/a?b#c",
  "http://[::1/a",
  "http:",
  "http:/",
  "a:b%zz",
  "ư:b",
  "2020-02-30T00:00:00Z",
  "2020-02-29T23:59:60Z",
  "2020-02-29T12:59:60Z",
  "2020-02-29 10:00:00.123456+0700",
  "2020-02-29t10:00:00z",
  "2020-02-29T10:00:00",
  "2020-02-29T24:00:00Z",
  "2020-02-29",
]

/** Members that anything may get. */
const MEMBERS: [string, Json][] = [
  ["extra", 1],
  ["ex:tra", 1],
  ["", 1],
  ["a b", 1],
  ["ilmd", { "ex:a": "b" }],
  ["ilmd", null],
  ["action", "OBSERVE"],
  ["epcList", []],
  ["epcList", ["urn:x:1", "urn:x:2"]],
  ["childEPCs", []],
  ["quantityList", []],
  ["quantityList", [{ epcClass: "urn:x:1", quantity: 1, uom: "KGM" }]],
  ["sensorElementList", [{ sensorReport: [{ type: "Temperature", value: 1 }] }]],
  ["persistentDisposition", {}],
  ["persistentDisposition", { set: ["expired", "expired"] }],
  ["transformationID", "urn:x:1"],
  ["parentID", "urn:x:1"],
  ["certificationInfo", ["urn:x:1"]],
  ["errorDeclaration", { reason: "incorrect_data" }],
  ["errorDeclaration", { declarationTime: "2020-02-29T10:00:00Z", reason: "because" }],
  [
    "@context",
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ],
  ["@context", "x"],
  ["type", "ex:Other"],
  ["id", "x"],
]

function* places(value: Json, path: Step[] = []): Generator<{ path: Step[]; value: Json }> {
  yield { path, value }
  if (typeof value !== "object" || value === null) return
  for (const [name, member] of Object.entries(value)) yield* places(member, [...path, name])
}

/** A copy in which one place is other: `change` gives the new value, or undefined to take it away. */
function edited(value: Json, path: Step[], change: (old: Json) => Json | undefined): Json | undefined {
  const [name, ...rest] = path
  if (name === undefined) return change(value)
  const copies = (Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {})).flatMap(
    ([key, member]: [Step, Json]) => {
      if (String(key) !== String(name)) return [[key, member] as const]
      const changed = edited(member, rest, change)
      return changed === undefined ? [] : [[key, changed] as const]
    },
  )
  return Array.isArray(value) ? copies.map(([, member]) => member) : Object.fromEntries(copies)
}

/** Every single edit of our repertoire that this document can suffer. */
export function* mutations(document: Json): Generator<Mutation> {
  for (const { path, value } of places(document)) {
    const at = `/${path.join("/")}`
    const changes: [string, (old: Json) => Json | undefined][] = [
      ["removed", () => undefined],
      ...VALUES.map((other): [string, () => Json] => [`= ${JSON.stringify(other)}`, () => other]),
    ]
    if (typeof value === "string") {
      changes.push(["a letter more", () => `${value}x`], ["a letter less", () => value.slice(0, -1)])
      changes.push(["a space before", () => ` ${value}`], ["as a list", () => [value]])
    }
    if (typeof value === "number") changes.push(["as a text", () => String(value)])
    if (Array.isArray(value)) {
      changes.push(["doubled", () => [...value, ...value]], ["its first item alone", () => value[0]])
    } else if (typeof value === "object" && value !== null) {
      for (const [name, member] of MEMBERS) {
        changes.push([`with ${name} ${JSON.stringify(member)}`, () => ({ ...value, [name]: member })])
      }
      for (const name of Object.keys(value)) {
        const { [name]: member = null, ...others } = value
        changes.push([`${name} misspelt`, () => ({ ...others, [`${name}s`]: member })])
      }
    }
    for (const [what, change] of changes) {
      yield { what: `${at} ${what}`, make: () => edited(document, path, change) }
    }
  }
}
