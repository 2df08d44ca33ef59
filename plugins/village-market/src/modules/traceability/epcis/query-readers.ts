import type { EventQuery, QuantityComparison, ThingRole, UriMatch } from "./event-query"
import { classMatch, count, epcMatch, instant, list, oneOf, refuse, uris, words } from "./query-values"
import { ACTIONS, EVENT_TYPES } from "./vocabulary"

/** `usual` is what EPCIS says where the client says nothing. */
export const PER_PAGE = { usual: 30, most: 1000 }

/** Writes what a parameter asks for into the query; throws a ParameterError. */
export type Read = (query: EventQuery, value: string, name: string) => void

const things =
  (roles: ThingRole[], match: (value: string, name: string) => UriMatch): Read =>
  (query, value, name) => {
    query.things.push({ roles, any: list(value, name).map((one) => match(one, name)) })
  }
const quantity =
  (operator: QuantityComparison["operator"]): Read =>
  (query, value, name) => {
    if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(value)) refuse(`${name} is a decimal number.`)
    query.quantities.push({ operator, value })
  }

/** The parameters we answer, by name; the open families are read beside. */
export const READERS: ReadonlyMap<string, Read> = new Map<string, Read>(
  Object.entries({
    eventType: (q, v, n) => {
      q.eventTypes = list(v, n).map((one) => oneOf(one, EVENT_TYPES, n))
    },
    GE_eventTime: (q, v, n) => {
      q.eventTime = { ...q.eventTime, ge: instant(v, n) }
    },
    LT_eventTime: (q, v, n) => {
      q.eventTime = { ...q.eventTime, lt: instant(v, n) }
    },
    GE_recordTime: (q, v, n) => {
      q.recordTime = { ...q.recordTime, ge: instant(v, n) }
    },
    LT_recordTime: (q, v, n) => {
      q.recordTime = { ...q.recordTime, lt: instant(v, n) }
    },
    EQ_action: (q, v, n) => {
      q.actions = list(v, n).map((one) => oneOf(one, ACTIONS, n))
    },
    EQ_bizStep: (q, v, n) => {
      q.bizSteps = words("BizStep", v, n)
    },
    EQ_disposition: (q, v, n) => {
      q.dispositions = words("Disp", v, n)
    },
    EQ_persistentDisposition_set: (q, v, n) => {
      q.persistentDispositions = { ...q.persistentDispositions, set: words("Disp", v, n) }
    },
    EQ_persistentDisposition_unset: (q, v, n) => {
      q.persistentDispositions = { ...q.persistentDispositions, unset: words("Disp", v, n) }
    },
    EQ_readPoint: (q, v, n) => {
      q.readPoints = uris(v, n)
    },
    EQ_bizLocation: (q, v, n) => {
      q.bizLocations = uris(v, n)
    },
    EQ_transformationID: (q, v, n) => {
      q.transformationIds = uris(v, n)
    },
    EQ_eventID: (q, v, n) => {
      q.eventIds = list(v, n)
    },
    MATCH_epc: things(["epc", "child"], epcMatch),
    MATCH_parentID: things(["parent"], epcMatch),
    MATCH_inputEPC: things(["input"], epcMatch),
    MATCH_outputEPC: things(["output"], epcMatch),
    MATCH_anyEPC: things(["epc", "child", "parent", "input", "output"], epcMatch),
    MATCH_epcClass: things(["class", "childClass"], classMatch),
    MATCH_inputEPCClass: things(["inputClass"], classMatch),
    MATCH_outputEPCClass: things(["outputClass"], classMatch),
    MATCH_anyEPCClass: things(["class", "childClass", "inputClass", "outputClass"], classMatch),
    EQ_quantity: quantity("="),
    GT_quantity: quantity(">"),
    GE_quantity: quantity(">="),
    LT_quantity: quantity("<"),
    LE_quantity: quantity("<="),
    EXISTS_errorDeclaration: (q, v, n) => {
      // "false" asks for nothing: such events are returned with or without a declaration.
      if (oneOf(v, ["true", "false"], n) === "true") q.errorDeclaration = { ...q.errorDeclaration, exists: true }
    },
    GE_errorDeclarationTime: (q, v, n) => {
      q.errorDeclaration = { ...q.errorDeclaration, time: { ...q.errorDeclaration?.time, ge: instant(v, n) } }
    },
    LT_errorDeclarationTime: (q, v, n) => {
      q.errorDeclaration = { ...q.errorDeclaration, time: { ...q.errorDeclaration?.time, lt: instant(v, n) } }
    },
    EQ_errorReason: (q, v, n) => {
      q.errorDeclaration = { ...q.errorDeclaration, reasons: words("ER", v, n) }
    },
    EQ_correctiveEventID: (q, v, n) => {
      q.errorDeclaration = { ...q.errorDeclaration, correctiveEventIds: list(v, n) }
    },
    orderBy: (q, v, n) => {
      q.orderBy = oneOf(v, ["eventTime", "recordTime"] as const, n)
    },
    orderDirection: (q, v, n) => {
      q.orderDirection = oneOf(v, ["ASC", "DESC"] as const, n)
    },
    eventCountLimit: (q, v, n) => {
      q.eventCountLimit = count(v, n)
    },
    maxEventCount: (q, v, n) => {
      q.maxEventCount = count(v, n, 0)
    },
    perPage: (q, v, n) => {
      // A server may return fewer than asked for.
      q.perPage = Math.min(count(v, n), PER_PAGE.most)
    },
    nextPageToken: (q, v, n) => {
      q.nextPageToken = /^[\w.~-]{1,500}$/.test(v) ? v : refuse(`${n} is not one of ours.`)
    },
  } satisfies Record<string, Read>),
)
