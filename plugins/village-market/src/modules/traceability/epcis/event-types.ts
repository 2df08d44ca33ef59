import { type Check, formed, has, isObject, list, type Members, object, oneOf, time, uri, wordOrUri } from "./checks"
import {
  bizTransaction,
  certificationInfo,
  context,
  destination,
  disposition,
  errorDeclaration,
  ilmd,
  OLD_CBV,
  persistentDisposition,
  place,
  quantityElement,
  sensorElement,
  source,
} from "./event-parts"
import type { Findings } from "./findings"
import { ACTIONS, BIZ_STEPS, type EventType } from "./vocabulary"

const COMMON: Members = {
  "@context": context,
  eventTime: time,
  recordTime: time,
  eventTimeZoneOffset: formed(/^[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)$/, 'Must be like "+07:00".'),
  eventID: uri,
  certificationInfo,
  errorDeclaration,
}
const REQUIRED = ["type", "eventTime", "eventTimeZoneOffset"]

const FIELDS: Members = {
  action: oneOf(ACTIONS),
  bizStep: wordOrUri(BIZ_STEPS, OLD_CBV),
  disposition,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: list(bizTransaction),
  sourceList: list(source),
  destinationList: list(destination),
  sensorElementList: list(sensorElement),
}
const { action: _, ...FIELDS_WITHOUT_ACTION } = FIELDS

const things = list(uri)
const distinctThings = list(uri, { distinct: true })
const quantities = list(quantityElement)

type Event = Record<string, unknown>
const filled = (event: Event, name: string) => Array.isArray(event[name]) && event[name].length > 0

const event = (
  type: EventType,
  members: Members,
  required: string[],
  together: (event: Event) => string | undefined,
) => {
  const parts = object(
    { ...COMMON, type: oneOf([type]), ...members },
    { required: [...REQUIRED, ...required], others: "uri" },
  )
  const check: Check = (value, findings) => {
    parts(value, findings)
    const message = isObject(value) ? together(value) : undefined
    if (message) findings.add("missing", message)
  }
  return check
}

const childless = (value: Event) =>
  filled(value, "childEPCs") || filled(value, "childQuantityList") || value.action === "DELETE"
    ? undefined
    : "Needs childEPCs or childQuantityList, unless its action is DELETE."

const CHECKS: Record<EventType, Check> = {
  ObjectEvent: (value, findings) => {
    objectEvent(value, findings)
    if (isObject(value) && has(value, "ilmd") && value.action !== "ADD") {
      findings.at("ilmd", () => findings.add("not_allowed", "Is only allowed where the action is ADD."))
    }
  },
  AggregationEvent: event(
    "AggregationEvent",
    { ...FIELDS, parentID: uri, childEPCs: things, childQuantityList: quantities },
    ["action"],
    childless,
  ),
  AssociationEvent: event(
    "AssociationEvent",
    { ...FIELDS, parentID: uri, childEPCs: things, childQuantityList: quantities },
    ["action", "parentID"],
    childless,
  ),
  TransactionEvent: event(
    "TransactionEvent",
    {
      ...FIELDS,
      bizTransactionList: list(bizTransaction, { least: 1 }),
      parentID: uri,
      epcList: things,
      quantityList: quantities,
    },
    ["bizTransactionList", "action"],
    (value) =>
      has(value, "epcList") || filled(value, "quantityList") || value.action === "DELETE"
        ? undefined
        : "Needs epcList or quantityList, unless its action is DELETE.",
  ),
  TransformationEvent: event(
    "TransformationEvent",
    {
      ...FIELDS_WITHOUT_ACTION,
      persistentDisposition,
      ilmd,
      inputEPCList: distinctThings,
      inputQuantityList: quantities,
      outputEPCList: distinctThings,
      outputQuantityList: quantities,
      transformationID: uri,
    },
    [],
    (value) => {
      const input = filled(value, "inputEPCList") || filled(value, "inputQuantityList")
      const output = filled(value, "outputEPCList") || filled(value, "outputQuantityList")
      return (input && output) || ((input || output) && has(value, "transformationID"))
        ? undefined
        : "Needs inputs and outputs, or one of them and a transformationID."
    },
  ),
}

const objectEvent = event(
  "ObjectEvent",
  { ...FIELDS, persistentDisposition, ilmd, epcList: distinctThings, quantityList: quantities },
  ["action"],
  (value) =>
    has(value, "epcList") ||
    filled(value, "quantityList") ||
    (filled(value, "sensorElementList") && has(value, "readPoint"))
      ? undefined
      : "Needs epcList, quantityList, or sensorElementList with readPoint.",
)

const BY_TYPE = new Map<unknown, Check>(Object.entries(CHECKS))
/** An event of a type that is not EPCIS's own: only what all events share is checked. */
const extendedEvent = object({ ...COMMON, type: uri }, { required: REQUIRED })

/** An event as it stands in a list of events. */
export const eventCheck: Check = (value, findings: Findings) => {
  if (!isObject(value)) return findings.add("wrong_type", "Must be an event, an object.")
  const check = BY_TYPE.get(value.type) ?? extendedEvent
  check(value, findings)
}
