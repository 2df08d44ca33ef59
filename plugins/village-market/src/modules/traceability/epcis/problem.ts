/** The exceptions of EPCIS 2.0 §12 that we raise, with their HTTP status and title. */
const EXCEPTIONS = {
  ValidationException: [400, "Not a valid EPCIS document"],
  QueryValidationException: [400, "Not a valid query"],
  QueryParameterException: [400, "A query parameter is unknown, unsupported or wrong"],
  SecurityException: [401, "Log in first"],
  NoSuchNameException: [404, "No such name"],
  NoSuchResourceException: [404, "Not found"],
  NotAcceptableException: [406, "Only JSON is spoken here"],
  ResourceAlreadyExistsException: [409, "Stored already"],
  CaptureLimitExceededException: [413, "Too much to capture at once"],
  QueryTooLargeException: [413, "The query has too many results"],
  QueryTooComplexException: [413, "The query asks for too many things at once"],
  URITooLongException: [414, "The address is too long"],
  UnsupportedMediaTypeException: [415, "Only application/json or application/ld+json"],
  ImplementationException: [500, "A fault on our side"],
  SubscriptionControlsException: [501, "Subscriptions are not offered"],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type EpcisException = keyof typeof EXCEPTIONS

/** Something wrong at one place of a document: a JSON pointer (RFC 6901), a word for programs, a sentence for people. */
export type Finding = { path: string; code: FindingCode; message: string }

export type FindingCode =
  | "missing"
  | "unknown_member"
  | "wrong_type"
  | "not_a_uri"
  | "not_a_time"
  | "not_in_vocabulary"
  | "wrong_form"
  | "empty"
  | "repeated"
  | "not_allowed"
  | "too_deep"
  | "too_long"
  | "too_many"
  | "unsafe_text"
  | "not_json"
  | "in_the_future"
  | "too_many_findings"

/** RFC 7807; `findings` is our extension member. Sent as `application/problem+json`. */
export type Problem = {
  type: `epcisException:${EpcisException}`
  title: string
  status: number
  detail?: string
  instance?: string
  findings?: Finding[]
}

/** A problem to answer a request with. `status` is only given where the exception has several (401 or 403, 500 or 501). */
export function problem(
  exception: EpcisException,
  more: { detail?: string; status?: number; instance?: string; findings?: Finding[] } = {},
): Problem {
  const [status, title] = EXCEPTIONS[exception]
  return { type: `epcisException:${exception}`, title, status, ...more }
}

/** The problem of a document with findings; the detail tells the first, for readers who show only that. */
export function invalidDocument(findings: Finding[]): Problem {
  const [first] = findings
  return problem("ValidationException", {
    detail: first && `${first.path || "The document"}: ${first.message}`,
    findings,
  })
}
