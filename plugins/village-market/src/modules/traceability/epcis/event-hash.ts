import { createHash } from "node:crypto"
import type { Json } from "../log/jcs"
import { type Node, nodesOf } from "./hash-tree"
import { namespacesOf } from "./hash-value"

export type JsonObject = { [key: string]: Json }
export type CbvVersion = "CBV2.0" | "CBV2.1"

type Order = readonly (readonly [name: string, parts?: Order])[]

const fields = (names: string): Order => names.split(" ").map((name) => [name] as const)
const EPCS: Order = [["epc"]]
const QUANTITIES: Order = [["quantityElement", fields("epcClass quantity uom")]]

/** CBV 2.0 §8.9.3: the order of an event's properties in the text that is hashed. */
const ORDER: Order = [
  ["eventTime"],
  ["eventTimeZoneOffset"],
  ["epcList", EPCS],
  ["parentID"],
  ["inputEPCList", EPCS],
  ["childEPCs", EPCS],
  ["quantityList", QUANTITIES],
  ["childQuantityList", QUANTITIES],
  ["inputQuantityList", QUANTITIES],
  ["outputEPCList", EPCS],
  ["outputQuantityList", QUANTITIES],
  ["action"],
  ["transformationID"],
  ["bizStep"],
  ["disposition"],
  ["persistentDisposition", fields("set unset")],
  ["readPoint", fields("id")],
  ["bizLocation", fields("id")],
  ["bizTransactionList", [["", fields("type bizTransaction")]]],
  ["sourceList", [["", fields("type source")]]],
  ["destinationList", [["", fields("type destination")]]],
  [
    "sensorElementList",
    [
      [
        "sensorElement",
        [
          [
            "sensorMetadata",
            fields("time startTime endTime deviceID deviceMetadata rawData dataProcessingMethod bizRules"),
          ],
          [
            "sensorReport",
            fields(
              "type exception deviceID deviceMetadata rawData dataProcessingMethod time microorganism chemicalSubstance value component stringValue booleanValue hexBinaryValue uriValue minValue maxValue meanValue sDev percRank percValue uom coordinateReferenceSystem",
            ),
          ],
        ],
      ],
    ],
  ],
]

const STANDARD = new Set(ORDER.map(([name]) => name))
const NOT_HASHED = new Set(["type", "recordTime", "eventID", "errorDeclaration", "certificationInfo"])

/**
 * The CBV event hash of an EPCIS 2.0 event, `ni:///sha-256;{hex}?ver=CBV2.0`: the eventID where none is given, the same
 * for every way to write the same event. CBV 2.0 §8.9 with the corrections of its reference implementation of 2026, or
 * its draft for CBV 2.1. `context` is the document's `@context`; that of the event itself is read too.
 * It covers quantities, but no eventID, recordTime, errorDeclaration or certificationInfo: it is a key, not a seal.
 * The event must have been validated (`validateEvent`): nesting is not bounded here.
 */
export function eventHash(event: JsonObject, options: { version?: CbvVersion; context?: Json } = {}): string {
  const version = options.version ?? "CBV2.0"
  const digest = createHash("sha256")
    .update(preHash(event, { ...options, version }), "utf8")
    .digest("hex")
  return `ni:///sha-256;${digest}?ver=${version}`
}

/** The text that `eventHash` hashes: good for finding out why two hashes differ. */
export function preHash(event: JsonObject, options: { version: CbvVersion; context?: Json }): string {
  const inline = options.version === "CBV2.1"
  const nodes = nodesOf("", event, namespacesOf(options.context, event["@context"]))
  const ilmd = nodes.filter(({ name }) => name === "ilmd")
  const extensions = nodes.filter(({ name }) => !STANDARD.has(name) && !NOT_HASHED.has(name) && name !== "ilmd")
  return [
    `eventType=${event.type}`,
    inOrder(nodes, ORDER, inline),
    sorted(ilmd.map(freeText)),
    inline ? "" : fieldExtensions(nodes, ORDER),
    sorted(extensions.map(freeText)),
  ].join("")
}

/** Standard properties in their order, repeated ones sorted; CBV 2.1 writes the extensions of a part behind it. */
function inOrder(nodes: Node[], order: Order, inline: boolean): string {
  return order
    .map(([name, parts]) => {
      // CBV 2.0 leaves out the name of this one list.
      const shown = name === "sensorElementList" && !inline ? "" : name
      return sorted(
        nodes
          .filter((node) => node.name === name)
          .map((node) => {
            const own = node.text && `=${node.text}`
            const inner = parts ? inOrder(node.children, parts, inline) : ""
            const extra = parts && inline ? sorted(extensionsOf(node, parts).map(freeText)) : ""
            return own || inner || extra ? shown + own + inner + extra : ""
          }),
      )
    })
    .join("")
}

/** CBV 2.0 writes the extensions of standard parts in a block of their own, each led by the names on the way to it. */
function fieldExtensions(nodes: Node[], order: Order): string {
  return order
    .map(([name, parts]) => {
      if (!parts) return ""
      const shown = name === "sensorElementList" ? "" : name
      return sorted(
        nodes
          .filter((node) => node.name === name)
          .map((node) => {
            const inner = fieldExtensions(node.children, parts) + sorted(extensionsOf(node, parts).map(freeText))
            return inner && shown + inner
          }),
      )
    })
    .join("")
}

const extensionsOf = (node: Node, parts: Order) =>
  node.children.filter(({ name }) => !parts.some(([standard]) => standard === name))

function freeText({ name, text, children }: Node): string {
  return `${name}${text && `=${text}`}${sorted(children.map(freeText))}`
}

const SURROGATE = /[\ud800-\udfff]/

/** In the order of code points, which is also that of UTF-8; JavaScript's own order is by UTF-16 code units. */
const sorted = (texts: string[]): string =>
  texts.length < 2
    ? texts.join("")
    : texts
        .sort((a, b) =>
          SURROGATE.test(a) || SURROGATE.test(b)
            ? Buffer.compare(Buffer.from(a), Buffer.from(b))
            : a < b
              ? -1
              : a > b
                ? 1
                : 0,
        )
        .join("")
