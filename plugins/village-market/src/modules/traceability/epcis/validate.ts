import { type Check, formed, isObject, list, object, oneOf, text, time, uri } from "./checks"
import { context } from "./event-parts"
import { eventCheck } from "./event-types"
import { Findings } from "./findings"
import type { Finding } from "./problem"

const attribute = object(
  {
    id: uri,
    attribute: (value, findings) => {
      if (typeof value !== "string" && typeof value !== "number" && !isObject(value)) {
        findings.add("wrong_type", "Must be a text, a number or an object.")
      }
    },
  },
  { required: ["id"] },
)
const vocabularyElement = object({ id: uri, attributes: list(attribute), children: list(uri) }, { required: ["id"] })
const vocabularyList = list(
  object({ type: uri, vocabularyElementList: list(vocabularyElement) }, { required: ["type"] }),
)
const epcisHeader = object({ epcisMasterData: object({ vocabularyList }) }, { others: "uri" })
const schemaVersion = formed(/^\d+(\.\d+)*$/, 'Must be like "2.0".')

const documentOf = (events: Check) =>
  object(
    {
      "@context": context,
      id: uri,
      type: oneOf(["EPCISDocument"]),
      schemaVersion,
      creationDate: time,
      instanceIdentifier: text,
      sender: text,
      receiver: text,
      epcisHeader,
      epcisBody: object({ eventList: events }, { required: ["eventList"] }),
    },
    { required: ["@context", "type", "schemaVersion", "creationDate", "epcisBody"], others: "uri" },
  )

const queryDocumentOf = (events: Check) => {
  const resultsBody = object({ eventList: events, vocabularyList }, { required: ["eventList"], others: "uri" })
  const queryResults = object(
    { queryName: text, subscriptionID: text, resultsBody },
    { required: ["queryName", "resultsBody"], others: "uri" },
  )
  return object(
    {
      "@context": context,
      id: uri,
      type: oneOf(["EPCISQueryDocument"]),
      schemaVersion,
      creationDate: time,
      epcisBody: object({ queryResults }, { required: ["queryResults"], others: "uri" }),
    },
    { required: ["@context", "type", "epcisBody"], others: "uri" },
  )
}

const whole = new Map<unknown, Check>([
  ["EPCISDocument", documentOf(list(eventCheck))],
  ["EPCISQueryDocument", queryDocumentOf(list(eventCheck))],
])
const envelopes = new Map<unknown, Check>([
  ["EPCISDocument", documentOf(list(() => {}))],
  ["EPCISQueryDocument", queryDocumentOf(list(() => {}))],
])
const withContext = object({}, { required: ["@context"] })

/**
 * Everything that the JSON binding of EPCIS 2.0 and CBV 2.0 (its JSON schema) says against a document: an EPCISDocument, an
 * EPCISQueryDocument, or an event by itself with its `@context`. Empty: valid. At most 50 findings, in linear time; what
 * has been parsed must have been guarded first (`guardFindings`), for this function follows nesting as far as it goes
 * only in EPCIS's own parts, never into extensions.
 */
export function validateEpcis(value: unknown): Finding[] {
  const findings = new Findings()
  if (!isObject(value)) findings.add("wrong_type", "Must be an object.")
  else if (typeof value.type !== "string") {
    findings.at("type", () => findings.add("missing", 'Must say what this is, such as "EPCISDocument".'))
  } else {
    const check = whole.get(value.type)
    if (check) check(value, findings)
    else {
      eventCheck(value, findings)
      withContext(value, findings)
    }
  }
  return findings.all
}

/** The same for a document without a look at its events, which are then judged one by one. */
export function validateEnvelope(value: unknown): Finding[] {
  const findings = new Findings()
  const check = isObject(value) ? envelopes.get(value.type) : undefined
  if (check) check(value, findings)
  else findings.add("not_in_vocabulary", "Must be an EPCISDocument or an EPCISQueryDocument.")
  return findings.all
}

/** The same for an event as it stands in a document; `path` is the way to it. */
export function validateEvent(event: unknown, path: (string | number)[] = []): Finding[] {
  const findings = new Findings(path)
  eventCheck(event, findings)
  return findings.all
}
