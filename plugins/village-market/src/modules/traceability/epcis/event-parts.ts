import { boolean, type Check, formed, has, isObject, list, number, object, text, time, uri, wordOrUri } from "./checks"
import {
  BIZ_TRANSACTION_TYPES,
  DISPOSITIONS,
  ERROR_REASONS,
  MEASUREMENT_TYPES,
  SENSOR_ALERTS,
  SENSOR_COMPONENTS,
  SOURCE_DESTINATION_TYPES,
} from "./vocabulary"

/** Standard values are bare words in JSON: their URNs and old URIs are no other way to write them. */
export const OLD_CBV = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/
const WEB_VOCABULARY = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//

export const disposition = wordOrUri(DISPOSITIONS, OLD_CBV)

export const quantityElement = object(
  {
    epcClass: uri,
    quantity: number,
    uom: formed(/^[A-Z0-9]{2,3}$/, 'Must be a unit of UN/ECE Recommendation 20, such as "KGM".'),
  },
  { required: ["epcClass"], others: "none" },
)

export const place = object({ id: uri }, { required: ["id"] })

const either: Check = (value, findings) => {
  if (isObject(value) && !has(value, "set") && !has(value, "unset")) {
    findings.add("empty", 'Needs "set" or "unset".')
  }
}
const dispositions = list(disposition, { least: 1, distinct: true })
const changes = object({ set: dispositions, unset: dispositions }, { others: "none" })
export const persistentDisposition: Check = (value, findings) => {
  changes(value, findings)
  either(value, findings)
}

export const bizTransaction = object(
  { type: wordOrUri(BIZ_TRANSACTION_TYPES, OLD_CBV), bizTransaction: uri },
  { required: ["bizTransaction"], others: "none" },
)
const partyType = wordOrUri(SOURCE_DESTINATION_TYPES, OLD_CBV)
export const source = object({ type: partyType, source: uri }, { required: ["type", "source"], others: "none" })
export const destination = object(
  { type: partyType, destination: uri },
  { required: ["type", "destination"], others: "none" },
)

const sensorMetadata = object(
  {
    time,
    startTime: time,
    endTime: time,
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
  },
  { others: "uri" },
)

const sensorReport = object(
  {
    type: wordOrUri(MEASUREMENT_TYPES, WEB_VOCABULARY),
    exception: wordOrUri(SENSOR_ALERTS, WEB_VOCABULARY),
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
    time,
    microorganism: uri,
    chemicalSubstance: uri,
    coordinateReferenceSystem: uri,
    value: number,
    component: wordOrUri(SENSOR_COMPONENTS, OLD_CBV),
    stringValue: text,
    booleanValue: boolean,
    hexBinaryValue: formed(/^[A-Fa-f0-9]+$/, "Must be hexadecimal digits."),
    uriValue: uri,
    minValue: number,
    maxValue: number,
    meanValue: number,
    sDev: number,
    percRank: number,
    percValue: number,
    uom: text,
  },
  { required: ["type"], others: "uri" },
)

export const sensorElement = object(
  { sensorMetadata, sensorReport: list(sensorReport, { least: 1 }) },
  { required: ["sensorReport"], others: "uri" },
)

export const ilmd = object({}, { others: "uri" })

export const errorDeclaration = object(
  { declarationTime: time, reason: wordOrUri(ERROR_REASONS, OLD_CBV), correctiveEventIDs: list(uri) },
  { required: ["declarationTime"], others: "uri" },
)

export const certificationInfo: Check = (value, findings) =>
  Array.isArray(value) ? list(uri)(value, findings) : uri(value, findings)

const contextPart: Check = (value, findings) => {
  if (!isObject(value)) uri(value, findings)
}
export const context: Check = (value, findings) =>
  Array.isArray(value) ? list(contextPart, { distinct: true })(value, findings) : contextPart(value, findings)
