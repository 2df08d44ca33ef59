import type { EventQuery } from "./event-query"
import { type Problem, problem } from "./problem"
import { PER_PAGE, READERS, type Read } from "./query-readers"
import { ParameterError, refuse, uris, word } from "./query-values"
import type { WordKind } from "./vocabulary"

const LONGEST_QUERY = 8000
const MOST_VALUES = 100

/** The families whose names end in a type of business transaction, source or destination. */
const FAMILIES: [start: string, kind: WordKind, member: "bizTransactions" | "sources" | "destinations"][] = [
  ["EQ_bizTransaction_", "BTT", "bizTransactions"],
  ["EQ_source_", "SDT", "sources"],
  ["EQ_destination_", "SDT", "destinations"],
]

/** What the standard has and we do not; worth another sentence than a parameter that nobody knows. */
const UNSUPPORTED =
  /^(?:WD_|(?:GE|LT)_(?:startTime|endTime)$|EQ_(?:type|deviceID|dataProcessingMethod|microorganism|chemicalSubstance|bizRules|stringValue|hexBinaryValue|uriValue|booleanValue)$|EXISTS_|HASATTR_|EQATTR_|(?:EQ|GT|GE|LT|LE)_(?:ILMD|INNER|SENSORELEMENT|SENSORMETADATA|SENSORREPORT|ERROR_DECLARATION|READPOINT|BIZLOCATION|minValue|maxValue|meanValue|sDev|percRank|percValue|value)_|(?:EQ|GT|GE|LT|LE)_[a-z][\w.+-]*(?::|#))/

/**
 * Reads the parameters of `GET /events` (EPCIS 2.0 §8.2.7.1, REST binding). Whatever is unknown, unsupported, given twice
 * or wrong is a problem to answer with: to ignore it would give wrong results. `parameters` are decoded pairs in the
 * order of the URL, `new URL(…).searchParams` for instance.
 */
export function readEventQuery(parameters: Iterable<[name: string, value: string]>): EventQuery | Problem {
  const query: EventQuery = {
    things: [],
    quantities: [],
    bizTransactions: [],
    sources: [],
    destinations: [],
    orderDirection: "DESC",
    perPage: PER_PAGE.usual,
  }
  const given = new Set<string>()
  let length = 0
  let values = 0
  try {
    for (const [name, value] of parameters) {
      length += name.length + value.length + 2
      if (length > LONGEST_QUERY) {
        return problem("URITooLongException", { detail: `At most ${LONGEST_QUERY} characters.` })
      }
      values += value.split("|", MOST_VALUES + 1).length
      if (values > MOST_VALUES) return problem("QueryTooComplexException", { detail: `At most ${MOST_VALUES} values.` })
      if (given.has(name)) refuse(`${shown(name)} is given twice; several values are separated by "|".`)
      given.add(name)
      readParameter(query, name, value)
    }
    checkTogether(query)
    return query
  } catch (error) {
    if (error instanceof ParameterError) return problem("QueryParameterException", { detail: error.message })
    throw error
  }
}

/** Whether the reading was refused. */
export const isProblem = (read: EventQuery | Problem): read is Problem => "status" in read

const shown = (name: string) => JSON.stringify(name.slice(0, 60))

function readParameter(query: EventQuery, name: string, value: string): void {
  if (value === "") refuse(`${shown(name)} has no value.`)
  // PostgreSQL knows no U+0000, and a lone surrogate no UTF-8.
  if (/\0|\p{Surrogate}/u.test(value)) refuse(`${shown(name)} has a character that no value can have.`)
  const reader = READERS.get(name) ?? familyReader(name)
  if (!reader) {
    refuse(`${shown(name)} ${UNSUPPORTED.test(name) ? "is not supported here" : "is no parameter of this query"}.`)
  }
  reader(query, value, name)
}

function familyReader(name: string): Read | undefined {
  const family = FAMILIES.find(([start]) => name.startsWith(start))
  if (!family) return undefined
  const [start, kind, member] = family
  const type = word(kind, name.slice(start.length), start)
  return (query, value) => {
    query[member].push({ type, values: uris(value, name) })
  }
}

/** By the standard a direction without an order has no effect, and is no error. */
function checkTogether(query: EventQuery): void {
  if (query.eventCountLimit !== undefined && query.maxEventCount !== undefined) {
    refuse("eventCountLimit and maxEventCount exclude each other.")
  }
  if (query.eventCountLimit !== undefined && query.orderBy === undefined) refuse("eventCountLimit needs orderBy.")
}
