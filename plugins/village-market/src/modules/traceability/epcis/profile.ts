import { isObject } from "./checks"
import { Findings } from "./findings"
import { utcMilliseconds } from "./hash-value"
import type { Finding } from "./problem"
import { EVENT_TYPES } from "./vocabulary"

/**
 * Our profile of EPCIS: what the standard allows and we do not store, because it is a slip of the pen or cannot be
 * counted, found again or shown. Each bound is generous for a household.
 */
export const PROFILE = {
  /** How far a phone's clock may be ahead. */
  driftMinutes: 10,
  earliest: Date.UTC(1900, 0, 1),
  uriLength: 500,
  textLength: 4_000,
  nameLength: 200,
  things: 1_000,
  members: 100,
  largestQuantity: 1e9,
  quantityDecimals: 3,
}

const QUANTITIES = ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"]

/** What our profile says against a valid event (`validateEvent`). `path` is the way to it. */
export function profileFindings(event: Record<string, unknown>, now: Date, path: (string | number)[] = []): Finding[] {
  const findings = new Findings(path)
  if (!EVENT_TYPES.some((type) => type === event.type)) {
    findings.at("type", () => findings.add("not_allowed", `Only ${EVENT_TYPES.join(", ")} are stored.`))
  }
  findings.at("eventTime", () => pastTime(event.eventTime, now, findings))
  if (isObject(event.errorDeclaration)) {
    const { declarationTime } = event.errorDeclaration
    findings.at("errorDeclaration", () =>
      findings.at("declarationTime", () => pastTime(declarationTime, now, findings)),
    )
  }
  for (const name of QUANTITIES) {
    const list = event[name]
    if (!Array.isArray(list) || list.length > PROFILE.things) continue
    findings.at(name, () => {
      list.forEach((element, at) => {
        if (isObject(element)) findings.at(at, () => quantity(element, findings))
      })
    })
  }
  sizes(event, findings)
  return findings.all
}

function pastTime(value: unknown, now: Date, findings: Findings): void {
  const time = typeof value === "string" ? Date.parse(utcMilliseconds(value)) : Number.NaN
  if (Number.isNaN(time) || time < PROFILE.earliest) {
    findings.add("not_a_time", "Must be a time since 1900, without leap second.")
  } else if (time > now.getTime() + PROFILE.driftMinutes * 60_000) {
    findings.add("in_the_future", `Lies in the future; is the clock right? Here it is ${now.toISOString()}.`)
  }
}

function quantity({ quantity: amount, uom }: Record<string, unknown>, findings: Findings): void {
  if (amount === undefined) {
    if (uom !== undefined) findings.at("uom", () => findings.add("not_allowed", "Stands without a quantity."))
    return
  }
  findings.at("quantity", () => {
    if (typeof amount !== "number") return
    if (amount < 0 || amount > PROFILE.largestQuantity) {
      findings.add("not_allowed", `Must be from 0 to ${PROFILE.largestQuantity}.`)
    } else if (Number(amount.toFixed(PROFILE.quantityDecimals)) !== amount) {
      findings.add("not_allowed", `At most ${PROFILE.quantityDecimals} decimals.`)
    } else if (uom === undefined && !Number.isInteger(amount)) {
      findings.add("not_allowed", "Without a unit it counts pieces, so it must be whole; else say the uom.")
    }
  })
}

/** Guarded values are not deep (`guardFindings`), so that this may recurse. */
function sizes(value: unknown, findings: Findings): void {
  if (typeof value === "string") textSize(value, findings)
  else if (Array.isArray(value)) {
    if (value.length > PROFILE.things) findings.add("too_many", `At most ${PROFILE.things} items.`)
    else value.forEach((item, at) => void findings.at(at, () => sizes(item, findings)))
  } else if (isObject(value)) {
    const names = Object.keys(value)
    if (names.length > PROFILE.members) findings.add("too_many", `At most ${PROFILE.members} members.`)
    else for (const name of names) findings.at(name, () => member(name, value[name], findings))
  }
}

function member(name: string, value: unknown, findings: Findings): void {
  if (name.length > PROFILE.nameLength) {
    findings.add("too_long", `A name has at most ${PROFILE.nameLength} characters.`)
  }
  if (name === "uom" && typeof value === "string" && value.trim() === "") findings.add("empty", "Must name a unit.")
  sizes(value, findings)
}

function textSize(value: string, findings: Findings): void {
  if (value.length > PROFILE.textLength) findings.add("too_long", `At most ${PROFILE.textLength} characters.`)
  else if (value.length > PROFILE.uriLength && /^[a-z][a-z0-9+.-]*:\S*$/i.test(value)) {
    findings.add("too_long", `At most ${PROFILE.uriLength} characters for a URI.`)
  }
}
