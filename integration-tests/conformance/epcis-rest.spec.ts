import { type EpcisException, problem } from "../../plugins/village-market/src/modules/traceability/epcis/problem"
import { isProblem, readEventQuery } from "../../plugins/village-market/src/modules/traceability/epcis/query-parameters"
import { describeWithReference, reference } from "../harness/reference"

type Schema = { $ref?: string; type?: string; format?: string; enum?: string[]; items?: Schema }
type Parameter = { $ref?: string; in: string; name: string; schema: Schema }
type Api = {
  paths: Record<string, { get: { parameters: Parameter[] } }>
  components: { parameters: Record<string, Parameter>; schemas: Record<string, Schema> }
}

describeWithReference("our query and our problems against GS1's REST binding", () => {
  const api = (): Api => JSON.parse(reference("epcis", "openapi.json"))

  /** The parameters of the URL, each with a value that its schema allows. */
  function parameters(): [name: string, value: string][] {
    const { paths, components } = api()
    const last = (path = "") => path.split("/").at(-1) ?? ""
    const example = (schema?: Schema): string => {
      if (schema?.$ref) return "urn:x:1"
      if (schema?.items) return example(schema.items)
      if (schema?.enum) return schema.enum[0] ?? ""
      if (schema?.format === "date-time") return "2026-11-24T08:00:00Z"
      if (schema?.format === "uri") return "urn:x:1"
      return { integer: "5", number: "1.5", boolean: "true" }[schema?.type ?? ""] ?? "urn:x:1"
    }
    const special: Record<string, string> = { eventType: "ObjectEvent", orderBy: "eventTime", perPage: "5" }
    return (paths["/events"]?.get.parameters ?? [])
      .map((one) => (one.$ref ? components.parameters[last(one.$ref)] : one))
      .flatMap((one) => (one?.in === "query" ? [[one.name, special[one.name] ?? example(one.schema)]] : []))
  }

  it("answers every parameter of GET /events, or says that it does not support it", () => {
    const all = parameters()
    expect(all).toHaveLength(55)
    const answers = all.map(([name, value]) => {
      // "The first N" makes no sense without an order.
      const order: [string, string][] = name === "eventCountLimit" ? [["orderBy", "eventTime"]] : []
      const query = readEventQuery([...order, [name, name === "nextPageToken" ? "abc" : value]])
      return [name, isProblem(query) ? query.detail : "answered"]
    })
    const unsupported = answers.filter(([, answer]) => answer !== "answered")
    expect(unsupported.map(([name, answer]) => answer?.replace(`"${name}" `, ""))).toEqual(
      unsupported.map(() => "is not supported here."),
    )
    expect(unsupported.map(([name]) => name).sort()).toEqual(
      `EQ_bizRules EQ_booleanValue EQ_chemicalSubstance EQ_dataProcessingMethod EQ_deviceID EQ_hexBinaryValue EQ_microorganism
      EQ_stringValue EQ_type EQ_uriValue GE_endTime GE_startTime LT_endTime LT_startTime WD_bizLocation WD_readPoint`.split(
        /\s+/,
      ),
    )
  })

  it("raises exceptions with the status that the binding gives them", () => {
    const statuses = new Map<string, Set<number>>()
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return
      if ("type" in value && "status" in value && typeof value.type === "string" && typeof value.status === "number") {
        const of = statuses.get(value.type) ?? new Set()
        statuses.set(value.type, of.add(value.status))
      }
      Object.values(value).forEach(walk)
    }
    walk(api())
    const exceptions: EpcisException[] = [
      "ValidationException",
      "QueryValidationException",
      "SecurityException",
      "NoSuchResourceException",
      "NotAcceptableException",
      "ResourceAlreadyExistsException",
      "CaptureLimitExceededException",
      "QueryTooComplexException",
      "URITooLongException",
      "UnsupportedMediaTypeException",
      "ImplementationException",
    ]
    for (const exception of exceptions) {
      const { type, status } = problem(exception)
      const told = statuses.get(type)
      if (told) expect([type, told.has(status)]).toEqual([type, true])
    }
    expect(exceptions.filter((exception) => statuses.has(problem(exception).type)).length).toBeGreaterThan(7)
  })
})
