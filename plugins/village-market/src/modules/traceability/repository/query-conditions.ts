import type { EventQuery, Span, UriMatch } from "../epcis/event-query"
import type { Sql } from "./reader"

const CLASS_ROLES = ["class", "childClass", "inputClass", "outputClass"]

/** The conditions of a query on `epcis_event e`; all must hold. Values are bound, never written into the text. */
export function conditionsOf(query: EventQuery): Sql[] {
  const { errorDeclaration: error, persistentDispositions: persistent } = query
  return [
    ...oneOf("e.type", query.eventTypes),
    ...within("e.event_time", query.eventTime),
    ...within("e.created_at", query.recordTime),
    ...oneOf("e.action", query.actions),
    ...oneOf("e.biz_step", query.bizSteps),
    ...oneOf("e.disposition", query.dispositions),
    ...oneOf("e.read_point", query.readPoints),
    ...oneOf("e.biz_location", query.bizLocations),
    ...oneOf("e.event_id", query.eventIds),
    ...named(["persistentSet"], exactly(persistent?.set)),
    ...named(["persistentUnset"], exactly(persistent?.unset)),
    ...named(["transformation"], exactly(query.transformationIds)),
    ...query.things.flatMap(({ roles, any }) => named(roles, any)),
    ...query.bizTransactions.flatMap(({ type, values }) => named([`bizTransaction:${type}`], exactly(values))),
    ...query.sources.flatMap(({ type, values }) => named([`source:${type}`], exactly(values))),
    ...query.destinations.flatMap(({ type, values }) => named([`destination:${type}`], exactly(values))),
    // The operator is one of five of ours, not the client's text.
    ...query.quantities.map(({ operator, value }) =>
      something(`t.role = any (?::text[]) and t.quantity ${operator} ?::numeric`, [CLASS_ROLES, value]),
    ),
    ...(error?.exists ? [{ sql: "e.error_time is not null", values: [] }] : []),
    ...within("e.error_time", error?.time),
    ...oneOf("e.error_reason", error?.reasons),
    ...named(["corrective"], exactly(error?.correctiveEventIds)),
  ]
}

const oneOf = (column: string, values: string[] | undefined): Sql[] =>
  values ? [{ sql: `${column} = any (?::text[])`, values: [values] }] : []

const within = (column: string, span: Span | undefined): Sql[] => [
  ...(span?.ge ? [{ sql: `${column} >= ?::timestamptz`, values: [span.ge] }] : []),
  ...(span?.lt ? [{ sql: `${column} < ?::timestamptz`, values: [span.lt] }] : []),
]

const exactly = (values: string[] | undefined): UriMatch[] | undefined => values?.map((is) => ({ is }))

/** Some thing of the event in one of these roles matches one of these. */
function named(roles: string[], any: UriMatch[] | undefined): Sql[] {
  if (!any) return []
  const whole = any.flatMap((match) => ("is" in match ? [match.is] : []))
  const starts = any.flatMap((match) => ("startsWith" in match ? [match.startsWith] : []))
  const matches = [...(whole.length > 0 ? ["t.uri = any (?::text[])"] : []), ...starts.map(() => "t.uri ^@ ?")]
  return [
    something(`t.role = any (?::text[]) and (${matches.join(" or ")})`, [
      roles,
      ...(whole.length > 0 ? [whole] : []),
      ...starts,
    ]),
  ]
}

const something = (condition: string, values: Sql["values"]): Sql => ({
  sql: `exists (select 1 from epcis_event_thing t where t.event_row_id = e.id and ${condition})`,
  values,
})
